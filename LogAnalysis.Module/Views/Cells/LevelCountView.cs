using System.Management.Automation;

namespace LogAnalysis.Views.Cells;

/// <summary>The cells of a <see cref="LogLevelCount"/>.</summary>
internal sealed class LevelCountView(PSObject source) : ObjectView(source)
{
    public string Level => LevelOf(nameof(LogLevelCount.Level));
}
