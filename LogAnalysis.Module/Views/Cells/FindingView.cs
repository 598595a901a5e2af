using System.Management.Automation;

namespace LogAnalysis.Views.Cells;

/// <summary>The cells of a <see cref="LogFinding"/>.</summary>
internal sealed class FindingView(PSObject source) : ObjectView(source)
{
    public string Level => LevelOf(nameof(LogFinding.Level));

    public string From => SecondOf(nameof(LogFinding.From));

    public string To => SecondOf(nameof(LogFinding.To));

    public string? Text => TextOf(nameof(LogFinding.Text));
}
