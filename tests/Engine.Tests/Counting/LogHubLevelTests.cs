using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Counting;

/// <summary>The levels of LogHub's labelled logs, line by line: at least 99.9 % right.</summary>
public sealed class LogHubLevelTests
{
    [LabelledLogsTheory]
    [InlineData("Apache")]
    [InlineData("BGL")]
    [InlineData("Hadoop")]
    [InlineData("HDFS")]
    public void Levels_are_those_of_the_labels(string system)
    {
        string log = Path.Combine(LabelledLogs.Folder, "loghub", $"{system}_2k.log");
        string[] levels = [.. ReadColumn(log + "_structured.csv", "Level")];
        List<LogEntry> entries = CollectingSink.Read(log);
        int right = entries.Zip(levels).Count(pair => IsRight(pair.First.Level, pair.Second));
        Assert.InRange(right, levels.Length * 0.999, levels.Length);
        Assert.Equal(levels.Length, entries.Count);
    }

    private static bool IsRight(LogLevel level, string label) => level == label.ToUpperInvariant() switch
    {
        "INFO" => LogLevel.Information,
        "NOTICE" => LogLevel.Notice,
        "WARN" or "WARNING" => LogLevel.Warning,
        "ERROR" or "SEVERE" or "FAILURE" => LogLevel.Error,
        "FATAL" => LogLevel.Critical,
        _ => LogLevel.Unknown,
    };

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
