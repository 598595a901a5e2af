using System.Management.Automation;
using LogAnalysis.Completion;
using LogAnalysis.Pipeline;

namespace LogAnalysis.Commands;

/// <summary>Gets the masks that you registered.</summary>
/// <remarks>
/// <para>A mask is a regular expression for values that only your own logs have. What it matches in a message is a place of its name in patterns. Masks are listed in the order in
/// which they were registered: where two match the same text, the first one counts.</para>
/// </remarks>
/// <example>
/// <para>List the masks</para>
/// <code>
/// PS> Register-LogMask coupon 'CPN/[A-Z]+' -Force
/// PS> Register-LogMask depot '(?:depot|warehouse) (?&lt;value>\w+)' -Force
/// PS> Get-LogMask
/// Name           Pattern
/// ----           -------
/// coupon         CPN/[A-Z]+
/// depot          (?:depot|warehouse) (?&lt;value>\w+)
/// PS> Unregister-LogMask coupon, depot
/// </code>
/// </example>
/// <example>
/// <para>Find a mask by its name</para>
/// <code>
/// PS> Register-LogMask coupon 'CPN/[A-Z]+' -Force
/// PS> (Get-LogMask c*).Pattern
/// CPN/[A-Z]+
/// PS> Unregister-LogMask coupon
/// </code>
/// </example>
/// <example>
/// <para>Keep the masks of this session in a file, for others</para>
/// <code>
/// PS> Register-LogMask coupon 'CPN/[A-Z]+' -Force
/// PS> Get-LogMask | ConvertTo-Csv
/// "Name","Pattern"
/// "coupon","CPN/[A-Z]+"
/// PS> Unregister-LogMask coupon
/// </code>
/// </example>
/// <output cref="LogMask">One object for each mask, in the order in which they were registered.</output>
/// <seealso cref="RegisterLogMaskCommand"/>
/// <seealso cref="UnregisterLogMaskCommand"/>
/// <seealso href="docs/patterns.md">How messages that differ only in their values become one</seealso>
[Cmdlet(VerbsCommon.Get, "LogMask")]
[OutputType(typeof(LogMask))]
public sealed class GetLogMaskCommand : PSCmdlet
{
    /// <summary>Specifies the names of the masks to get. Wildcards are permitted.</summary>
    /// <value>*</value>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(MaskCompleter))]
    public string[] Name { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string name in Name)
        {
            WriteObject(this.FindMasks(name), enumerateCollection: true);
        }
    }
}
