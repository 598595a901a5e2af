using System.Management.Automation;
using LogAnalysis.Completion;
using LogAnalysis.Errors;
using LogAnalysis.Formats;

namespace LogAnalysis.Commands;

/// <summary>Gets the log formats that the module recognises.</summary>
/// <remarks>
/// <para>Formats are detected from the content of a log, line by line. This command lists the built-in formats and those that you added
/// with <c>Register-LogFormat</c>: their names, which you can use with <c>-Format</c>, what writes them, and an example line.</para>
/// </remarks>
/// <example>
/// <para>Find the format of a server</para>
/// <code>
/// PS> (Get-LogFormat | Where-Object Description -like *Apache*).Name
/// access
/// apache-error
/// </code>
/// </example>
/// <example>
/// <para>Find formats by name</para>
/// <code>
/// PS> Get-LogFormat py*, ru*
/// Name           Description
/// ----           -----------
/// python         Python's logging, unconfigured: level, logger, message
/// ruby           Ruby's Logger, and Rails with it
/// </code>
/// </example>
/// <example>
/// <para>Show an example line of a format</para>
/// <code>
/// PS> (Get-LogFormat syslog).Example
/// &lt;11>Jan 24 07:00:30 web1 orders[314]: could not reach the database
/// </code>
/// </example>
/// <example>
/// <para>Show which formats a log was detected as</para>
/// <code>
/// PS> (Get-LogReport samples/*).Formats
/// access
/// application
/// json
/// </code>
/// </example>
/// <output cref="LogFormat">One object for each format, sorted by name.</output>
/// <seealso cref="RegisterLogFormatCommand"/>
/// <seealso href="docs/formats.md">The formats that are recognised</seealso>
[Cmdlet(VerbsCommon.Get, "LogFormat")]
[OutputType(typeof(LogFormat))]
public sealed class GetLogFormatCommand : PSCmdlet
{
    /// <summary>Specifies the names of the formats to get. Wildcards are permitted.</summary>
    /// <value>*</value>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FormatCompleter))]
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

    /// <summary>The formats that match a name; null if it is a malformed wildcard.</summary>
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
