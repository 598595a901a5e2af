using Xunit;

namespace LogAnalysis.Tests.Surface;

public sealed class FormatFileSchemaTests
{
    [Fact]
    public void The_documented_schema_is_that_of_the_types_that_are_read() =>
        DocumentedFile.AssertIs(FormatFileSchema.Write(), RepositoryRoot.Combine("docs", "log-formats.schema.json"));
}
