using System.Management.Automation;
using LogAnalysis.Errors;
using LogAnalysis.Formats;

namespace LogAnalysis.Commands;

/// <summary>Lists the log formats that are recognised.</summary>
[Cmdlet(VerbsCommon.Get, "LogFormat")]
[OutputType(typeof(LogFormat))]
public sealed class GetLogFormatCommand : PSCmdlet
{
    /// <summary>The formats to list, by name; wildcards are expanded. Default: all.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string name in Name)
        {
            LogFormat[]? formats = Find(name);
            if (formats is null || (formats.Length == 0 && !WildcardPattern.ContainsWildcardCharacters(name)))
            {
                WriteError(LogErrors.UnknownFormat(name));
            }

            WriteObject(formats ?? [], enumerateCollection: true);
        }
    }

    /// <summary>The formats of a name; null where it is a wildcard with a bracket that is not closed.</summary>
    private static LogFormat[]? Find(string name)
    {
        try
        {
            var pattern = new WildcardPattern(name, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);
            return [.. LogFormats.All.Where(format => pattern.IsMatch(format.Name)).OrderBy(format => format.Name, StringComparer.Ordinal)];
        }
        catch (WildcardPatternException)
        {
            return null;
        }
    }
}
