using System.Management.Automation;
using LogAnalysis.Completion;
using LogAnalysis.Errors;
using LogAnalysis.Formats;

namespace LogAnalysis.Commands;

/// <summary>Lists the log formats that are recognised.</summary>
/// <remarks>
/// <para>A log is recognised by its content, line by line; nobody has to say what it is. This list tells what can be recognised, each format with what
/// writes it and a line of it, and gives the names that <c>-Format</c> takes. Formats that <c>Register-LogFormat</c> has added are in it too.</para>
/// </remarks>
/// <example>
/// <para>Is there a format for a certain server?</para>
/// <code>
/// PS> (Get-LogFormat | Where-Object Description -like *Apache*).Name
/// access
/// apache-error
/// </code>
/// </example>
/// <example>
/// <para>Which formats have a name that begins so?</para>
/// <code>
/// PS> Get-LogFormat p[hy]*, ru*
/// Name           Description
/// ----           -----------
/// php            PHP's error log
/// python         Python's logging, unconfigured: level, logger, message
/// ruby           Ruby's Logger, and Rails with it
/// </code>
/// </example>
/// <example>
/// <para>What does a line of a format look like?</para>
/// <code>
/// PS> (Get-LogFormat syslog).Example
/// &lt;11>Jan 24 07:00:30 web1 orders[314]: could not reach the database
/// </code>
/// </example>
/// <example>
/// <para>What is a log taken for?</para>
/// <code>
/// PS> (Get-LogReport samples/*).Formats
/// access
/// application
/// json
/// </code>
/// </example>
/// <output cref="LogFormat">One for each format, by name.</output>
/// <seealso cref="RegisterLogFormatCommand"/>
/// <seealso href="docs/formats.md">The formats that are recognised</seealso>
[Cmdlet(VerbsCommon.Get, "LogFormat")]
[OutputType(typeof(LogFormat))]
public sealed class GetLogFormatCommand : PSCmdlet
{
    /// <summary>The formats to list, by name; wildcards are expanded.</summary>
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
            var pattern = new WildcardPattern(name, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);
            LogFormat[] formats = [.. LogFormats.All.Where(format => pattern.IsMatch(format.Name)).OrderBy(format => format.Name, StringComparer.Ordinal)];
            if (formats.Length == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
            {
                WriteError(LogErrors.UnknownFormat(name));
            }

            WriteObject(formats, enumerateCollection: true);
        }
    }
}
