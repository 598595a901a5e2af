using System.Text.RegularExpressions;
using Xunit;

namespace LogAnalysis.Tests.Surface;

/// <summary>What PowerShell shows of a report where it takes no view: everything but what reports merge by.</summary>
public sealed partial class DisplayedPropertiesTests
{
    [Fact]
    public void The_types_file_lists_all_properties_of_a_report()
    {
        string path = RepositoryRoot.Combine("LogAnalysis.Module", "Views", "LogAnalysis.types.ps1xml");
        IEnumerable<string> names = typeof(LogReport).GetProperties().Select(property => property.Name).Where(name => name != nameof(LogReport.MergeState));
        string items = string.Concat(names.Select(name => $"              <Name>{name}</Name>\n"));
        string types = File.ReadAllText(path).ReplaceLineEndings("\n");
        Assert.Equal(2, ReportProperties().Count(types));
        DocumentedFile.AssertIs(ReportProperties().Replace(types, items), path);
    }

    /// <summary>The list of a report, and of one that came back from a job.</summary>
    [GeneratedRegex(@"(?<=<Name>(Deserialized\.)?LogAnalysis\.LogReport</Name>(?:(?!</Type>).)*<ReferencedProperties>\n).*?(?= *</ReferencedProperties>)", RegexOptions.Singleline)]
    private static partial Regex ReportProperties();
}
