using System.Management.Automation;
using System.Text.RegularExpressions;
using LogAnalysis.Errors;
using LogAnalysis.Formats;

namespace LogAnalysis.Commands;

/// <summary>
/// Adds a log format for the rest of the process: a regular expression that recognises a line, and whose named groups are its fields.
/// Registered formats go before all others.
/// </summary>
[Cmdlet(VerbsLifecycle.Register, "LogFormat")]
[OutputType(typeof(LogFormat))]
public sealed partial class RegisterLogFormatCommand : PSCmdlet
{
    /// <summary>The format's name: letters, digits, dashes and underscores.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = string.Empty;

    /// <summary>
    /// The regular expression, in which case matters. Groups named <c>timestamp</c>, <c>level</c>, <c>message</c>, <c>status</c>, <c>method</c>,
    /// <c>url</c>, <c>client</c>, <c>bytes</c> and <c>duration</c> (in seconds) are the fields; other groups are passed over. A time is read in every
    /// form that the known formats have.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string Pattern { get; set; } = string.Empty;

    /// <summary>Replaces a format of the same name that was registered before.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Writes the format. Default: nothing is written.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (FindFault() is ErrorRecord fault)
        {
            ThrowTerminatingError(fault);
        }

        UserFormat? format = Compile();
        if (format is null)
        {
            ThrowTerminatingError(LogErrors.NoNamedGroup(Pattern, UserFormat.GroupNames));
        }

        LogFormats.Register(format!);
        if (PassThru)
        {
            WriteObject(format);
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9_-]+\z")]
    private static partial Regex ValidName();

    private ErrorRecord? FindFault()
    {
        if (!ValidName().IsMatch(Name))
        {
            return LogErrors.InvalidFormatName(Name);
        }

        bool isBuiltIn = LogFormats.BuiltIn.Any(format => format.Name.Equals(Name, StringComparison.OrdinalIgnoreCase));
        return isBuiltIn || (!Force && LogFormats.Find(Name) is not null) ? LogErrors.FormatExists(Name, isBuiltIn) : null;
    }

    private UserFormat? Compile()
    {
        try
        {
            return UserFormat.Create(Name, Pattern);
        }
        catch (RegexParseException malformed)
        {
            ThrowTerminatingError(LogErrors.InvalidPattern(Pattern, malformed));
            return null;
        }
    }
}
