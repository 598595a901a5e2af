using LogAnalysis.Counting;
using LogAnalysis.Files;
using LogAnalysis.Model;
using LogAnalysis.Reading;

namespace LogAnalysis.Bench;

/// <summary>
/// Says of every line which message pattern it has, to be compared with a truth about them: the grouping accuracy of a log is the share
/// of lines whose predicted group holds exactly the lines of their true group. Continuation lines are messages of their own here.
/// </summary>
internal sealed class Grouping : ILogSink
{
    private readonly RequestTemplateCache _requests = new();
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<(long Number, int Mask)> _lines = [];

    /// <summary>Prints the number of each line of a file and the id of its group, with a tab between.</summary>
    /// <exception cref="LogFileException">The file cannot be read.</exception>
    public static void Print(string file, TextWriter output)
    {
        var grouping = new Grouping();
        LogFileReader.Read(file, ReadOptions.Default, grouping, NoProgress.Instance, CancellationToken.None);
        string[] patterns = PatternClusters.Find(grouping._ids.OrderBy(id => id.Value).Select(id => id.Key));
        Dictionary<string, int> groups = new(StringComparer.Ordinal);
        foreach ((long number, int mask) in grouping._lines)
        {
            groups.TryAdd(patterns[mask], groups.Count + 1);
            output.WriteLine($"{number}\t{groups[patterns[mask]]}");
        }
    }

    /// <inheritdoc/>
    public void Add(in LogLine line)
    {
        string signature = MessageTemplate.Apply(in line, _requests);
        _ids.TryAdd(signature, _ids.Count);
        _lines.Add((line.Number, _ids[signature]));
    }
}
