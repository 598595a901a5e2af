using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using LogAnalysis.Paths;

namespace LogAnalysis.Commands;

/// <summary>Completes the names of encodings.</summary>
public sealed class EncodingCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        EncodingNames.Common
            .Where(name => name.StartsWith(wordToComplete ?? string.Empty, StringComparison.OrdinalIgnoreCase))
            .Select(name => new CompletionResult(name));
}
