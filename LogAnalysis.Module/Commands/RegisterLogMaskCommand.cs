using System.Management.Automation;
using LogAnalysis.Completion;
using LogAnalysis.Counting;
using LogAnalysis.Errors;

namespace LogAnalysis.Commands;

/// <summary>Adds a mask to the session: a regular expression for values that only your own logs have.</summary>
/// <remarks>
/// <para>Numbers, addresses, paths and the like are recognised as values in messages by their looks. What else is a value, a mask says: what its regular expression matches is one
/// place of its name in a pattern, such as <c>&lt;order></c>, and its values are counted as those of other places are. All commands that find patterns use the masks of the
/// session: <c>Measure-LogErrors -By Pattern</c>, <c>Get-LogReport</c>, and <c>Get-LogEntry</c> with the entries of a pattern.</para>
/// <para>If the regular expression has a group named <c>value</c>, only that is the place, and the rest says where it is: <c>order (?&lt;value>\S+)</c>.</para>
/// <para>Masks go before everything else: also within quotes, paths and words. They are tried in the order in which they were registered; where two match the same text, the first
/// one counts. A mask that is replaced goes behind the others.</para>
/// <para>A mask is looked for in the first line of messages, as far as patterns look at it. It does not apply to requests, nor where a log carries the template of the
/// message (<c>@mt</c>, <c>{OriginalFormat}</c>), which says what the values are.</para>
/// <para>Every message is searched, so only regular expressions are taken whose time grows with the text: those without backreferences, lookarounds, atomic groups and
/// conditions. They are case-sensitive; <c>(?i)</c> at the beginning makes them ignore case.</para>
/// <para>A command uses the masks that are registered when it starts. A mask belongs to the process: all runspaces in it use it. <c>Start-Job</c> and remote sessions are other
/// processes, in which you register it again. To register masks permanently, add the command to your profile; an example shows how to keep many in a file.</para>
/// </remarks>
/// <example>
/// <para>Register a mask for the numbers of orders</para>
/// <code>
/// PS> Register-LogMask order 'ORD-[A-Z]+-\d+' -Force
/// PS> 'ERROR payment of ORD-DE-1 failed', 'ERROR payment of ORD-FR-4 failed' |
/// >>     Measure-LogErrors -By Pattern
///    Count Percent Level    Last             Name
///    ----- ------- -----    ----             ----
///        2  100.0% Error                     payment of &lt;order> failed
/// PS> Unregister-LogMask order
/// </code>
/// </example>
/// <example>
/// <para>Mask what stands behind certain words</para>
/// <code>
/// PS> Register-LogMask customer '(?:customer|Kunde) (?&lt;value>\w+)' -Force
/// PS> $lines = 'ERROR no customer smith', 'ERROR no customer jones'
/// PS> $errors = $lines | Measure-LogErrors -By Pattern
/// PS> $errors.Name
/// no customer &lt;customer>
/// PS> $errors.Values.Top.Value
/// jones
/// smith
/// PS> Unregister-LogMask customer
/// </code>
/// </example>
/// <example>
/// <para>Register several masks, as Import-Csv reads them from a file</para>
/// <code>
/// PS> $masks = 'Name,Pattern', 'batch,BATCH-[A-Z]+', 'lane,lane [a-z]+' |
/// >>     ConvertFrom-Csv
/// PS> $masks |
/// >>     ForEach-Object { Register-LogMask $_.Name $_.Pattern -Force }
/// PS> 'ERROR lane north stops at BATCH-QX' | Measure-LogErrors -By Pattern |
/// >>     ForEach-Object Name
/// &lt;lane> stops at &lt;batch>
/// PS> Unregister-LogMask batch, lane
/// </code>
/// </example>
/// <output cref="LogMask">The mask, if you use <c>-PassThru</c>. By default, there is no output.</output>
/// <seealso cref="UnregisterLogMaskCommand"/>
/// <seealso cref="GetLogMaskCommand"/>
/// <seealso cref="MeasureLogErrorsCommand"/>
/// <seealso href="docs/patterns.md">How messages that differ only in their values become one</seealso>
[Cmdlet(VerbsLifecycle.Register, "LogMask", SupportsShouldProcess = true)]
[OutputType(typeof(LogMask))]
public sealed class RegisterLogMaskCommand : PSCmdlet
{
    /// <summary>
    /// Specifies the name of the place: letters, digits, dashes and underscores. It cannot be that of a place which every pattern can have, such as <c>num</c> and <c>id</c>.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(MaskCompleter))]
    public string Name { get; set; } = string.Empty;

    /// <summary>
    /// Specifies the regular expression, which is case-sensitive and cannot backtrack. What it matches is the place, or if it has a group named <c>value</c>, only that.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string Pattern { get; set; } = string.Empty;

    /// <summary>Replaces a registered mask of the same name.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Returns the mask as an object. By default, this command doesn't generate any output.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (TryCreate(out LogMask? mask) is ErrorRecord error)
        {
            ThrowTerminatingError(error);
        }

        if (ShouldProcess($"Register the mask '{Name}'", $"Register the mask '{Name}'?", "Register-LogMask"))
        {
            LogMasks.Register(mask!);
            if (PassThru)
            {
                WriteObject(mask);
            }
        }
    }

    /// <returns>What is wrong; null if nothing is.</returns>
    private ErrorRecord? TryCreate(out LogMask? mask)
    {
        mask = null;
        try
        {
            mask = LogMasks.Create(Name, Pattern);
        }
        catch (MaskException wrong)
        {
            return LogErrors.ForMask(wrong);
        }

        return !Force && LogMasks.Registered.Find(Name) is not null ? LogErrors.MaskExists(Name) : null;
    }
}
