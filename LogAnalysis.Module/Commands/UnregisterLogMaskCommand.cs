using System.Management.Automation;
using LogAnalysis.Completion;
using LogAnalysis.Counting;
using LogAnalysis.Pipeline;

namespace LogAnalysis.Commands;

/// <summary>Removes masks that you registered from the session.</summary>
/// <remarks>
/// <para>Patterns that are found from then on are what they were without the mask. Results that you have already keep their places.</para>
/// </remarks>
/// <example>
/// <para>Remove a mask</para>
/// <code>
/// PS> Register-LogMask coupon 'CPN/[A-Z]+' -Force
/// PS> Unregister-LogMask coupon
/// PS> Get-LogMask coupon*
/// </code>
/// </example>
/// <example>
/// <para>See what would be removed</para>
/// <code>
/// PS> Register-LogMask coupon 'CPN/[A-Z]+' -Force
/// PS> Get-LogMask coupon | Unregister-LogMask -WhatIf
/// PS> (Get-LogMask coupon).Name
/// coupon
/// PS> Unregister-LogMask coupon
/// </code>
/// </example>
/// <example>
/// <para>Remove all masks whose names begin alike</para>
/// <code>
/// PS> Register-LogMask shop-cart 'CART/[A-Z]+' -Force
/// PS> Register-LogMask shop-coupon 'CPN/[A-Z]+' -Force
/// PS> (Unregister-LogMask shop-* -PassThru).Name
/// shop-cart
/// shop-coupon
/// </code>
/// </example>
/// <input cref="LogMask">A mask from <c>Get-LogMask</c>.</input>
/// <input cref="string">The name of a mask.</input>
/// <output cref="LogMask">The removed masks, if you use <c>-PassThru</c>. By default, there is no output.</output>
/// <seealso cref="RegisterLogMaskCommand"/>
/// <seealso cref="GetLogMaskCommand"/>
[Cmdlet(VerbsLifecycle.Unregister, "LogMask", SupportsShouldProcess = true)]
[OutputType(typeof(LogMask))]
public sealed class UnregisterLogMaskCommand : PSCmdlet
{
    /// <summary>Specifies the names of the masks. Wildcards are permitted.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(MaskCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>Returns the removed masks as objects. By default, this command doesn't generate any output.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (LogMask mask in Name.SelectMany(this.FindMasks))
        {
            if (!ShouldProcess(mask.Name, "Unregister the mask"))
            {
                continue;
            }

            LogMasks.Unregister(mask.Name);
            if (PassThru)
            {
                WriteObject(mask);
            }
        }
    }
}
