using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using LogAnalysis.Formats;

namespace LogAnalysis.Commands;

/// <summary>Completes the names of log formats, each with what writes it.</summary>
public sealed class FormatCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        LogFormats.All
            .Where(format => format.Name.StartsWith(wordToComplete ?? string.Empty, StringComparison.OrdinalIgnoreCase))
            .OrderBy(format => format.Name, StringComparer.Ordinal)
            .Select(format => new CompletionResult(format.Name, format.Name, CompletionResultType.ParameterValue, format.Description));
}
