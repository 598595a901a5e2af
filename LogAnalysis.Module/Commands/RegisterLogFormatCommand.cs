using System.Management.Automation;
using System.Text.RegularExpressions;
using LogAnalysis.Completion;
using LogAnalysis.Errors;
using LogAnalysis.Formats;

namespace LogAnalysis.Commands;

/// <summary>Adds a log format to the session.</summary>
/// <remarks>
/// <para>A format is a regular expression that matches a line; its named groups are the fields. All commands of the module recognise it
/// until PowerShell exits. To register a format permanently, add the command to your profile. Registered formats take precedence over
/// built-in ones. Lines that the pattern does not match are handled as usual.</para>
/// <para>These groups are fields; other groups are ignored:</para>
/// <list type="bullet">
/// <item><c>timestamp</c>: when, in any form that the known formats have</item>
/// <item><c>level</c>: how serious it is, in any of the usual words</item>
/// <item><c>message</c>: what is said</item>
/// <item><c>status</c>: an HTTP status, 100 to 599</item>
/// <item><c>method</c>, <c>url</c>, <c>client</c>: what was asked for, and by whom</item>
/// <item><c>bytes</c>: the size of the response</item>
/// <item><c>duration</c>: how long it took, in seconds</item>
/// </list>
/// <para>A pattern that takes longer than 0.1 s on ten lines is disabled and reported as an error. Patterns without backreferences and
/// lookarounds run in linear time.</para>
/// </remarks>
/// <example>
/// <para>Register the format of your own log</para>
/// <code>
/// PS> Register-LogFormat pump -Pattern `
/// >>     '^\*(?&lt;timestamp>\S+) (?&lt;level>\w+)\* (?&lt;message>.*)' -Force
/// PS> '*2025-05-17T10:00:09Z fatal* no water' | Measure-LogErrors
///   Errors Warnings    Entries    Rate LastError           Path
///   ------ --------    -------    ---- ---------           ----
///        1        0          1  100.0% 2025-05-17 10:00:09
/// </code>
/// </example>
/// <example>
/// <para>Register a format with HTTP status codes</para>
/// <code>
/// PS> Register-LogFormat till -Pattern `
/// >>     '^till (?&lt;client>\d+) (?&lt;url>\S+) -> (?&lt;status>\d+)' -Force
/// PS> 'till 7 /pay -> 503' | Get-LogStatusCode
/// Time                    Code Method       Bytes Client          Url
/// ----                    ---- ------       ----- ------          ---
///                          503                    7               /pay
/// </code>
/// </example>
/// <example>
/// <para>List the format you registered</para>
/// <code>
/// PS> Register-LogFormat oven '^oven (?&lt;level>\w+): (?&lt;message>.*)' -Force
/// PS> (Get-LogFormat oven).Description
/// Registered: ^oven (?&lt;level>\w+): (?&lt;message>.*)
/// </code>
/// </example>
/// <output cref="LogFormat">The format, if you use <c>-PassThru</c>. By default, there is no output.</output>
/// <seealso cref="GetLogFormatCommand"/>
/// <seealso cref="MeasureLogErrorsCommand"/>
/// <seealso href="docs/formats.md">The formats that are recognised</seealso>
[Cmdlet(VerbsLifecycle.Register, "LogFormat")]
[OutputType(typeof(LogFormat))]
public sealed partial class RegisterLogFormatCommand : PSCmdlet
{
    /// <summary>Specifies the name of the format: letters, digits, dashes and underscores.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RegisteredFormatCompleter))]
    public string Name { get; set; } = string.Empty;

    /// <summary>
    /// Specifies the regular expression, which is case-sensitive. The groups <c>timestamp</c>, <c>level</c>, <c>message</c>, <c>status</c>,
    /// <c>method</c>, <c>url</c>, <c>client</c>, <c>bytes</c> and <c>duration</c> (in seconds) are fields; other groups are ignored. A
    /// timestamp can have any layout that the built-in formats have.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string Pattern { get; set; } = string.Empty;

    /// <summary>Replaces a registered format of the same name.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Returns the format as an object. By default, this command doesn't generate any output.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (FindError() is ErrorRecord error)
        {
            ThrowTerminatingError(error);
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

    private ErrorRecord? FindError()
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
