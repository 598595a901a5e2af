using System.Reflection;
using LogAnalysis.Views.Cells;
using Xunit;

namespace LogAnalysis.Tests.Surface;

public sealed class TypesFileTests
{
    [Fact]
    public void The_types_file_is_that_of_the_types() =>
        DocumentedFile.AssertIs(TypesFile.Write(), RepositoryRoot.Combine("LogAnalysis.Module", "Views", "LogAnalysis.types.ps1xml"));

    [Fact]
    public void Each_list_and_time_has_a_text_that_can_be_read()
    {
        IEnumerable<string> wrapped = TypesFile.Write().Split("$this.Readable.").Skip(1).Select(rest => rest[..rest.IndexOf('<', StringComparison.Ordinal)]).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(wrapped, typeof(ReadableValues).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name).Order(StringComparer.Ordinal));
    }
}
