using System.Management.Automation;

namespace LogAnalysis.Tests.Help;

/// <input cref="string">What it does not take.</input>
/// <example>
/// <para>Why?</para>
/// <code>
/// Get-Undocumented without a prompt, and with a line that is longer than what help can show
/// </code>
/// </example>
[Cmdlet(VerbsCommon.Get, "Undocumented")]
[OutputType(typeof(int))]
public sealed class GetUndocumentedCommand : PSCmdlet
{
    [Parameter]
    public string? Silent { get; set; }

    /// <summary>Says nothing of its default.</summary>
    [Parameter]
    public int Bare { get; set; }

    /// <summary>Says something else.</summary>
    /// <value>8</value>
    [Parameter]
    public int Wrong { get; set; } = 7;
}
