using System.Management.Automation;

namespace LogAnalysis.Shell.Hosting;

/// <summary>Shows progress in the terminal's last line, and takes it away again before anything else is written.</summary>
internal sealed class ProgressLine(TextWriter? terminal, int width)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private long _next;
    private int _shown;

    /// <summary>Shows where an activity stands, ten times a second at most, or takes it away when it is complete.</summary>
    public void Show(ProgressRecord record)
    {
        if (record.RecordType == ProgressRecordType.Completed)
        {
            Erase();
            return;
        }

        if (terminal is null || Environment.TickCount64 < _next)
        {
            return;
        }

        Erase();
        _next = Environment.TickCount64 + (long)Pause.TotalMilliseconds;
        string text = Text(record);
        terminal.Write(text);
        _shown = text.Length;
    }

    /// <summary>Takes the line away.</summary>
    public void Erase()
    {
        if (_shown > 0)
        {
            terminal!.Write($"\r{new string(' ', _shown)}\r");
            _shown = 0;
        }
    }

    private string Text(ProgressRecord record)
    {
        string percent = record.PercentComplete >= 0 ? $" {record.PercentComplete}%" : string.Empty;
        string rest = record.SecondsRemaining >= 0 ? $", {TimeSpan.FromSeconds(record.SecondsRemaining):c} left" : string.Empty;
        string text = $"{record.Activity}:{percent} {record.StatusDescription}{rest}";

        // What a file is called must not move the cursor.
        return string.Concat(text.Take(width - 1).Select(letter => char.IsControl(letter) ? '?' : letter));
    }
}
