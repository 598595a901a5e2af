using System.Management.Automation;

namespace LogAnalysis.Views.Cells;

/// <summary>The cells of a <see cref="LogEntry"/>.</summary>
internal sealed class EntryView(PSObject source) : ObjectView(source)
{
    public string Timestamp => TimeOf(nameof(LogEntry.Timestamp));

    public string Level => LevelOf(nameof(LogEntry.Level));

    public string? Message => TextOf(nameof(LogEntry.Message));

    public string StatusCode => StatusOf(nameof(LogEntry.StatusCode));

    public string? Path => TextOf(nameof(LogEntry.Path));

    public string? AllText => ParagraphOf(nameof(LogEntry.Text));
}
