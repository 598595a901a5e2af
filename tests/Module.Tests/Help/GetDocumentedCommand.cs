using System.Management.Automation;

namespace LogAnalysis.Tests.Help;

/// <summary>Gets what is <c>documented</c>, see <see cref="Name"/>.</summary>
/// <remarks>
/// <para>The first
/// paragraph.</para>
/// <list type="bullet">
/// <item><c>one</c></item>
/// <item>two</item>
/// </list>
/// </remarks>
/// <example>
/// <para>One?</para>
/// <para>Indeed.</para>
/// <code>
/// PS> Get-Documented one
///   1
///
/// 2
/// </code>
/// </example>
/// <example>
/// <para>Two?</para>
/// <code>
/// PS> Get-Documented two
/// </code>
/// </example>
/// <example>
/// <para>Three?</para>
/// <code>
/// PS> Get-Documented three
/// </code>
/// </example>
/// <input cref="string">Names.</input>
/// <output cref="int">A number for each.</output>
/// <seealso cref="GetUndocumentedCommand"/>
/// <seealso href="docs/formats.md">Formats</seealso>
[Cmdlet(VerbsCommon.Get, "Documented", SupportsShouldProcess = true)]
[Alias("gdoc")]
[OutputType(typeof(int))]
public sealed class GetDocumentedCommand : PSCmdlet
{
    /// <summary>The names.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [SupportsWildcards]
    [Alias("N")]
    public string[] Name { get; set; } = [];

    /// <summary>The day.</summary>
    /// <value>none</value>
    [Parameter]
    public DayOfWeek? Day { get; set; }

    /// <summary>How many.</summary>
    /// <value>7</value>
    [Parameter]
    public int Count { get; set; } = 7;

    /// <summary>Or not.</summary>
    [Parameter]
    public SwitchParameter Not { get; set; }
}
