using System.Management.Automation;

namespace LogAnalysis.Views.Cells;

/// <summary>The cells of a <see cref="LogStatusCodeCount"/>.</summary>
internal sealed class StatusCodeCountView(PSObject source) : ObjectView(source)
{
    public string Code => StatusOf(nameof(LogStatusCodeCount.Code));

    public string Percent => PercentOf(nameof(LogStatusCodeCount.Percent));

    public string? Group => TextOf(nameof(LogStatusCodeCount.Group));

    public string First => MinuteOf(nameof(LogStatusCodeCount.First));

    public string Last => MinuteOf(nameof(LogStatusCodeCount.Last));
}
