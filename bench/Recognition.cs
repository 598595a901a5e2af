using LogAnalysis.Files;
using LogAnalysis.Model;
using LogAnalysis.Reading;

namespace LogAnalysis.Bench;

/// <summary>How well the lines of a log are understood: their formats, and how many entries state a time and a level that was found.</summary>
internal sealed class Recognition : ILogSink
{
    private const int MaxFormats = 4;

    private readonly Dictionary<string, int> _formats = new(StringComparer.Ordinal);
    private int _lines;
    private int _entries;
    private int _withoutTime;
    private int _withoutLevel;

    /// <summary>Prints a row for each file below a folder, or for one file.</summary>
    public static void Print(string path, TextWriter output)
    {
        var table = new Table("file", "lines", "entries", "without time", "without level or status", "formats, by lines");
        string[] files = Directory.Exists(path) ? [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)] : [path];
        foreach (string file in files)
        {
            string name = Directory.Exists(path) ? Path.GetRelativePath(path, file) : file;
            try
            {
                var log = new Recognition();
                LogFileReader.Read(file, ReadOptions.Default, log, NoProgress.Instance, CancellationToken.None);
                table.Add(log.Row(name));
            }
            catch (LogFileException failure)
            {
                table.Add(name, string.Empty, string.Empty, string.Empty, string.Empty, failure.Message);
            }
        }

        table.Write(output);
    }

    /// <inheritdoc/>
    public void Add(in LogLine line)
    {
        _lines++;
        _formats[line.Format.Name] = _formats.GetValueOrDefault(line.Format.Name) + 1;
        if (line.IsContinuation)
        {
            return;
        }

        _entries++;
        _withoutTime += line.ParseTimestamp() is null ? 1 : 0;
        _withoutLevel += line.Fields.HasLevel || line.Fields.Status > 0 ? 0 : 1;
    }

    private string[] Row(string name)
    {
        IEnumerable<string> formats = _formats.OrderByDescending(format => format.Value).Take(MaxFormats).Select(format => $"{format.Key} {Share(format.Value, _lines)}");
        return [name, $"{_lines}", $"{_entries}", Share(_withoutTime, _entries), Share(_withoutLevel, _entries), string.Join(", ", formats)];
    }

    private static string Share(int part, int all) => part == 0 ? "-" : $"{100.0 * part / all:0.#} %";
}
