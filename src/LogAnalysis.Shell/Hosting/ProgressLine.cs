using System.Management.Automation;

namespace LogAnalysis.Shell.Hosting;

/// <summary>Shows progress in the terminal's last line, and takes it away again before anything else is written.</summary>
internal sealed class ProgressLine(TextWriter? terminal, int width)
{
    private int _shown;

    /// <summary>Shows where an activity stands, or takes it away when it is complete.</summary>
    public void Show(ProgressRecord record)
    {
        Erase();
        if (terminal is null || record.RecordType == ProgressRecordType.Completed)
        {
            return;
        }

        string percent = record.PercentComplete >= 0 ? $" {record.PercentComplete}%" : string.Empty;
        string text = $"{record.Activity}:{percent} {record.StatusDescription}";
        text = text[..Math.Min(text.Length, width - 1)];
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
}
