using Xunit;

namespace LogAnalysis.Tests.Surface;

public sealed class ReportSchemaTests
{
    [Fact]
    public void The_documented_schema_is_that_of_the_types_that_are_written() =>
        DocumentedFile.AssertIs(ReportSchema.Write(), RepositoryRoot.Combine("docs", "report.schema.json"));
}
