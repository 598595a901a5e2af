using System.Management.Automation;

namespace LogAnalysis.Views.Cells;

/// <summary>The cells of a <see cref="LogErrorGroup"/>.</summary>
internal sealed class ErrorGroupView(PSObject source) : ObjectView(source)
{
    public string? Name => TextOf(nameof(LogErrorGroup.Name));

    public string Percent => PercentOf(nameof(LogErrorGroup.Percent));

    public string Level => LevelOf(nameof(LogErrorGroup.Level));

    public string First => TimeOf(nameof(LogErrorGroup.First));

    public string Last => TimeOf(nameof(LogErrorGroup.Last));

    public string LastMinute => MinuteOf(nameof(LogErrorGroup.Last));

    public string WindowStart => TimeOf(nameof(LogErrorGroup.WindowStart));

    public string? Example => TextOf(nameof(LogErrorGroup.Example));

    public string? Paths => PathsOf(nameof(LogErrorGroup.Paths));
}
