using System.Management.Automation;

namespace LogAnalysis.Views.Cells;

/// <summary>The cells of a <see cref="LogEntry"/>.</summary>
internal sealed class EntryView(PSObject source) : ObjectView(source)
{
    private const string Indent = "  ";

    /// <summary>What is near an entry that was asked for is faint, and its message indented.</summary>
    private bool IsContext => Value(nameof(LogEntry.IsContext)) is true;

    public string? Timestamp => Apart(TimeOf(nameof(LogEntry.Timestamp)));

    public string? Level => IsContext ? Apart(TextOf(nameof(LogEntry.Level))) : LevelOf(nameof(LogEntry.Level));

    public string? Message => Apart((IsContext ? Indent : string.Empty) + TextOf(nameof(LogEntry.Message)));

    public string? Exception => TextOf(nameof(LogEntry.Exception));

    public string StatusCode => StatusOf(nameof(LogEntry.StatusCode));

    public string? Path => TextOf(nameof(LogEntry.Path));

    public string? AllText => ParagraphOf(nameof(LogEntry.Text));

    private string? Apart(string? text) => IsContext && text is not null ? new Palette(SessionView.Style).Paint(text, TextStyle.Faint) : text;
}
