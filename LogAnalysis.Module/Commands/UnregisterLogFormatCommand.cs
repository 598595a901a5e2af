using System.Management.Automation;
using LogAnalysis.Completion;
using LogAnalysis.Errors;
using LogAnalysis.Formats;

namespace LogAnalysis.Commands;

/// <summary>Removes log formats that you registered from the session.</summary>
/// <remarks>
/// <para>Their lines are recognised by the built-in formats again. The built-in formats cannot be removed.</para>
/// </remarks>
/// <example>
/// <para>Remove a format</para>
/// <code>
/// PS> Register-LogFormat kettle '^kettle (?&lt;level>\w+)' -Force
/// PS> Unregister-LogFormat kettle
/// PS> Get-LogFormat kettle*
/// </code>
/// </example>
/// <example>
/// <para>See what would be removed</para>
/// <code>
/// PS> Register-LogFormat kettle '^kettle (?&lt;level>\w+)' -Force
/// PS> Get-LogFormat kettle | Unregister-LogFormat -WhatIf
/// PS> (Get-LogFormat kettle).Name
/// kettle
/// </code>
/// </example>
/// <example>
/// <para>Remove all formats whose names begin alike</para>
/// <code>
/// PS> Register-LogFormat mill-1 '^mill 1 (?&lt;level>\w+)' -Force
/// PS> Register-LogFormat mill-2 '^mill 2 (?&lt;level>\w+)' -Force
/// PS> (Unregister-LogFormat mill-* -PassThru).Name
/// mill-1
/// mill-2
/// </code>
/// </example>
/// <input cref="LogFormat">A format from <c>Get-LogFormat</c>.</input>
/// <input cref="string">The name of a format.</input>
/// <output cref="LogFormat">The removed formats, if you use <c>-PassThru</c>. By default, there is no output.</output>
/// <seealso cref="RegisterLogFormatCommand"/>
/// <seealso cref="GetLogFormatCommand"/>
[Cmdlet(VerbsLifecycle.Unregister, "LogFormat", SupportsShouldProcess = true)]
[OutputType(typeof(LogFormat))]
public sealed class UnregisterLogFormatCommand : PSCmdlet
{
    /// <summary>Specifies the names of the formats. Wildcards are permitted; they match registered formats only.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RegisteredFormatCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>Returns the removed formats as objects. By default, this command doesn't generate any output.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string name in Name)
        {
            UserFormat[] formats = Find(name);
            if (formats.Length == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
            {
                WriteError(LogFormats.IsBuiltIn(name) ? LogErrors.BuiltInFormat(name) : LogErrors.UnknownFormat(name));
            }

            foreach (UserFormat format in formats)
            {
                Unregister(format);
            }
        }
    }

    private void Unregister(UserFormat format)
    {
        if (!ShouldProcess(format.Name, "Unregister the log format"))
        {
            return;
        }

        LogFormats.Unregister(format.Name);
        if (PassThru)
        {
            WriteObject(format);
        }
    }

    private UserFormat[] Find(string name)
    {
        try
        {
            var pattern = new WildcardPattern(name, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);
            return [.. LogFormats.Registered.All.Where(format => pattern.IsMatch(format.Name))];
        }
        catch (WildcardPatternException)
        {
            WriteError(LogErrors.UnknownFormat(name));
            return [];
        }
    }
}
