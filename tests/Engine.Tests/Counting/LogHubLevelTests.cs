using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Counting;

/// <summary>The levels of LogHub's labelled logs, as many as are there, line by line: at least 99.9 % right.</summary>
public sealed class LogHubLevelTests
{
    private const string Labels = "_2k.log_structured.csv";

    public static TheoryData<string> Systems
    {
        get
        {
            string folder = Path.Combine(LabelledLogs.Folder, "loghub");
            string[] found = Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*" + Labels).Where(HasLevels)] : [];
            return found.Length == 0 ? ["none"] : [.. found.Select(file => Path.GetFileName(file)[..^Labels.Length]).Order()];
        }
    }

    [LabelledLogsTheory]
    [MemberData(nameof(Systems))]
    public void Levels_are_those_of_the_labels(string system)
    {
        string log = Path.Combine(LabelledLogs.Folder, "loghub", $"{system}_2k.log");
        string[] levels = [.. ReadColumn(log + "_structured.csv", "Level")];
        List<LogEntry> entries = CollectingSink.Read(log);
        int right = entries.Zip(levels).Count(pair => IsRight(pair.First.Level, pair.Second));
        Assert.InRange(right, levels.Length * 0.999, levels.Length);
        Assert.Equal(levels.Length, entries.Count);
    }

    private static bool IsRight(LogLevel level, string label) => level == Parse(label);

    private static LogLevel Parse(string label) => label.ToUpperInvariant() switch
    {
        "V" => LogLevel.Trace,
        "D" or "DEBUG" => LogLevel.Debug,
        "I" or "INFO" => LogLevel.Information,
        "NOTICE" => LogLevel.Notice,
        "W" or "WARN" or "WARNING" => LogLevel.Warning,
        "E" or "ERROR" or "SEVERE" or "FAILURE" => LogLevel.Error,
        "F" or "FATAL" => LogLevel.Critical,
        _ => LogLevel.Unknown,
    };

    /// <summary>Not every column of that name holds levels: that of one system holds the host.</summary>
    private static bool HasLevels(string csv) =>
        SplitRow(File.ReadLines(csv).First()).Contains("Level") && ReadColumn(csv, "Level").All(label => Parse(label) != LogLevel.Unknown);

    private static IEnumerable<string> ReadColumn(string csv, string name)
    {
        string[][] rows = [.. File.ReadLines(csv).Select(SplitRow)];
        int column = Array.IndexOf(rows[0], name);
        return rows.Skip(1).Select(row => row[column]);
    }

    /// <summary>Fields in quotes may hold commas; none of those files has a line end in one.</summary>
    private static string[] SplitRow(string row)
    {
        List<string> fields = [string.Empty];
        bool quoted = false;
        foreach (char c in row)
        {
            quoted ^= c == '"';
            if (c == ',' && !quoted)
            {
                fields.Add(string.Empty);
            }
            else if (c != '"')
            {
                fields[^1] += c;
            }
        }

        return [.. fields];
    }
}
