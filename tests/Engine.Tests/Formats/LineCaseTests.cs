using System.Globalization;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Formats;

/// <summary>
/// The cases in <c>tests/cases/lines</c>: a log, and below it one row a line with what is true of it. A row gives format, level,
/// status, time (without zone: as written) and message, separated by <c>|</c>; <c>+</c> in front marks a continuation line.
/// </summary>
public sealed class LineCaseTests : IDisposable
{
    /// <summary>What a year is inferred from where a line has none.</summary>
    private static readonly DateTime LastWritten = new(2025, 3, 1);

    private readonly TempFolder _folder = new();

    private const string Divider = "=== expected";

    public static TheoryData<string> Cases =>
        new(Directory.EnumerateFiles(RepositoryRoot.Combine("tests", "cases", "lines")).Select(Path.GetFileName)!);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_line_is_what_its_case_says(string file)
    {
        string[] all = File.ReadAllText(RepositoryRoot.Combine("tests", "cases", "lines", file)).TrimEnd('\n').Split('\n');
        int divider = Array.IndexOf(all, Divider);
        string expected = string.Join('\n', all[(divider + 1)..]);
        string log = _folder.Write("case.log", all[..divider]);
        File.SetLastWriteTime(log, LastWritten);
        Assert.Equal(expected, string.Join('\n', CollectingSink.Read(log).Select(Describe)));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Its_lines_are_the_same_when_they_come_as_strings(string file)
    {
        string[] lines = File.ReadAllText(RepositoryRoot.Combine("tests", "cases", "lines", file)).Split('\n').TakeWhile(line => line != Divider).ToArray();
        Assert.Equal(
            CollectingSink.Read(_folder.Write("case.log", lines)).Select(entry => (entry.Format, entry.Level, entry.StatusCode, entry.Message, entry.IsContinuation)),
            CollectingSink.ReadText(lines).Select(entry => (entry.Format, entry.Level, entry.StatusCode, entry.Message, entry.IsContinuation)));
    }

    public void Dispose() => _folder.Dispose();

    private static string Describe(LogEntry entry)
    {
        string time = entry.Timestamp?.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture) ?? "-";
        string row = $"{entry.Format} | {entry.Level} | {entry.StatusCode?.ToString(CultureInfo.InvariantCulture) ?? "-"} | {time} | {Visible(entry.Message)}";
        return entry.IsContinuation ? "+ " + row : row;
    }

    private static string Visible(string message) => message.Replace("\t", "\\t", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
