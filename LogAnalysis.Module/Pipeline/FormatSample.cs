using System.Collections;
using System.Management.Automation;
using System.Text;
using LogAnalysis.Formats;
using LogAnalysis.Parsing;

namespace LogAnalysis.Pipeline;

/// <summary>Lines on which a format can be tried before it is registered.</summary>
internal sealed class FormatSample
{
    /// <summary>More lines show nothing new.</summary>
    private const int MaxLines = 10_000;

    private readonly List<string> _lines = [];

    /// <summary>How many lines there are.</summary>
    public int Count => _lines.Count;

    /// <summary>Takes an object from the pipeline.</summary>
    /// <returns>False if it is no line.</returns>
    public bool Add(object input)
    {
        switch (input)
        {
            case PSObject wrapped:
                return Add(wrapped.BaseObject);
            case string text:
                AddLines(text);
                return true;
            case LogEntry entry:
                AddLines(entry.Text);
                return true;
            case IEnumerable<object> or string[]:
                return ((IEnumerable)input).Cast<object>().All(Add);
            default:
                return false;
        }
    }

    /// <summary>The entries that the lines would be.</summary>
    public List<LogEntry> Read(UserFormat format)
    {
        List<LogEntry> entries = [];
        var lines = new LinePipeline(new LineSource(Path: null) { Format = format }, new EntryAssembler(entries.Add));
        _lines.ForEach(lines.PushText);
        lines.Complete();
        return entries;
    }

    /// <summary>Whether a pattern matches any line.</summary>
    public bool Matches(LinePattern pattern) => _lines.Any(line => line.Length > 0 && pattern.IsMatch(Encoding.UTF8.GetBytes(line)));

    private void AddLines(string text)
    {
        foreach (string line in text.ReplaceLineEndings("\n").Split('\n').Take(MaxLines - _lines.Count))
        {
            _lines.Add(line);
        }
    }
}
