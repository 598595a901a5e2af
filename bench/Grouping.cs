using System.Text;
using LogAnalysis.Counting;
using LogAnalysis.Files;
using LogAnalysis.Model;
using LogAnalysis.Reading;

namespace LogAnalysis.Bench;

/// <summary>The message pattern of every line of a log. Continuation lines are messages of their own here.</summary>
internal sealed class Grouping : ILogSink
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<(long Number, int Template)> _lines = [];

    /// <summary>Prints the number of each line of a file, the id of its group, and its pattern, with tabs between.</summary>
    /// <exception cref="LogFileException">The file cannot be read.</exception>
    public static void Print(string file, TextWriter output)
    {
        Dictionary<string, int> groups = new(StringComparer.Ordinal);
        foreach ((long number, string pattern) in OfLog(file))
        {
            groups.TryAdd(pattern, groups.Count + 1);
            output.WriteLine($"{number}\t{groups[pattern]}\t{pattern}");
        }
    }

    /// <summary>The number of each line of a log with its pattern.</summary>
    /// <exception cref="LogFileException">The file cannot be read.</exception>
    public static IEnumerable<(long Number, string Pattern)> OfLog(string file)
    {
        var grouping = new Grouping();
        LogFileReader.Read(file, ReadOptions.Default, grouping, NoProgress.Instance, CancellationToken.None);
        return grouping.Patterns();
    }

    /// <summary>The pattern of each of some messages, which have no header any more.</summary>
    public static IEnumerable<string> OfMessages(IEnumerable<string> messages)
    {
        var grouping = new Grouping();
        foreach (string message in messages)
        {
            grouping.Add(grouping._lines.Count + 1, MessageTemplate.Apply(Encoding.UTF8.GetBytes(message)));
        }

        return grouping.Patterns().Select(line => line.Pattern);
    }

    /// <inheritdoc/>
    public void Add(in LogLine line) => Add(line.Number, MessageTemplate.Apply(in line));

    private void Add(long number, string template)
    {
        _ids.TryAdd(template, _ids.Count);
        _lines.Add((number, _ids[template]));
    }

    private IEnumerable<(long Number, string Pattern)> Patterns()
    {
        string[] patterns = [.. PatternClusters.Find(_ids.OrderBy(id => id.Value).Select(id => id.Key)).Select(pattern => PatternToken.Show(pattern.Text))];
        return _lines.Select(line => (line.Number, patterns[line.Template]));
    }
}
