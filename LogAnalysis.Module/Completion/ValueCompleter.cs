using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;

namespace LogAnalysis.Completion;

/// <summary>Completes a value: those that begin with what is typed, or that a wildcard matches. What needs quotes gets them.</summary>
internal abstract partial class ValueCompleter : IArgumentCompleter
{
    private static readonly char[] Quotes = ['\'', '"'];

    /// <summary>What there is to offer, in the order in which it is offered.</summary>
    protected virtual IEnumerable<Candidate> Candidates => [];

    /// <summary>What there is to offer where it depends on the other parameters.</summary>
    /// <param name="bound">The parameters that are on the command line, with their values.</param>
    protected internal virtual IEnumerable<Candidate> CandidatesFor(IDictionary bound) => Candidates;

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string typed = wordToComplete ?? string.Empty;
        string quote = typed.Length > 0 && Quotes.Contains(typed[0]) ? typed[..1] : string.Empty;
        var pattern = new WildcardPattern(typed.Trim(Quotes) + "*", WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);
        return CandidatesFor(fakeBoundParameters).Where(candidate => IsMatch(candidate, pattern)).Select(candidate => ToResult(candidate, quote));
    }

    /// <summary>Whether a value is meant by what is typed.</summary>
    protected virtual bool IsMatch(Candidate candidate, WildcardPattern typed) => typed.IsMatch(candidate.Text);

    private static CompletionResult ToResult(Candidate candidate, string quote) =>
        new(Quote(candidate.Text, quote), candidate.Label ?? candidate.Text, CompletionResultType.ParameterValue, candidate.Meaning);

    private static string Quote(string text, string quote) => quote switch
    {
        "\"" => $"\"{DoubleQuoted().Replace(text, "`$0")}\"",
        "" when Bare().IsMatch(text) => text,
        _ => $"'{CodeGeneration.EscapeSingleQuotedStringContent(text)}'",
    };

    /// <summary>What PowerShell takes for a text without quotes.</summary>
    [GeneratedRegex(@"^[\w.:/+-]+$")]
    private static partial Regex Bare();

    [GeneratedRegex("[\"`$]")]
    private static partial Regex DoubleQuoted();
}
