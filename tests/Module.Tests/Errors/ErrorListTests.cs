using System.Management.Automation;
using LogAnalysis.Errors;
using Xunit;

namespace LogAnalysis.Tests.Errors;

/// <summary>Every error says what it is, what it is about, and what to do.</summary>
public sealed class ErrorListTests
{
    [Fact]
    public void Every_error_has_an_id_a_category_a_target_and_a_recommendation() =>
        Assert.All(ErrorSamples.All, error =>
        {
            Assert.Matches("^[A-Z][A-Za-z]+$", error.FullyQualifiedErrorId);
            Assert.NotEqual(ErrorCategory.NotSpecified, error.CategoryInfo.Category);
            Assert.NotNull(error.TargetObject);
            Assert.False(string.IsNullOrEmpty(error.ErrorDetails.Message));
            Assert.False(string.IsNullOrEmpty(error.ErrorDetails.RecommendedAction), $"{error.FullyQualifiedErrorId} is not in {nameof(KnownErrors)}.");
        });

    [Fact]
    public void The_list_has_each_error_once_and_no_other() =>
        Assert.Equal(ErrorSamples.All.Select(error => error.FullyQualifiedErrorId).Distinct().Order(), KnownErrors.All.Select(error => error.Id).Order());

    [Fact]
    public void The_documented_list_is_that_of_the_code()
    {
        ILookup<string, ErrorCategory> categories = ErrorSamples.All.ToLookup(error => error.FullyQualifiedErrorId, error => error.CategoryInfo.Category);
        IEnumerable<string> rows = KnownErrors.All.Select(error => $"| `{error.Id}` | {string.Join(", ", categories[error.Id].Distinct().Order())} | {Escape(error.When)} | {Escape(error.Action)} |");
        string list = $"""
            # Errors

            One input that cannot be used is one error record, and the rest is processed; a command that cannot go on ends with one. Each has an
            id, which stays the same in all versions, a category, the input that it is about (`TargetObject`), and a recommendation, which PowerShell
            shows below the message. This list is made from the code: after a change, run the tests once with `LOGANALYSIS_UPDATE_DOCS=1`.

            ```powershell
            try {"{"} Get-LogEntry app.log -Pattern '(' -ErrorAction Stop {"}"}
            catch {"{"} if ($_.FullyQualifiedErrorId -like 'InvalidPattern,*') {"{"} $_.TargetObject {"}"} {"}"}
            ```

            | id | category | when | what to do |
            | --- | --- | --- | --- |
            {string.Join('\n', rows)}

            A span of time, a point in time or an encoding that cannot be read as one is refused by PowerShell before the command begins: the id
            is then `ParameterArgumentTransformationError`, and the message has examples of what can be written.

            """.ReplaceLineEndings("\n");
        DocumentedFile.AssertIs(list, RepositoryRoot.Combine("docs", "errors.md"));
    }

    private static string Escape(string text) => text.Replace("|", @"\|", StringComparison.Ordinal).Replace("*", @"\*", StringComparison.Ordinal);
}
