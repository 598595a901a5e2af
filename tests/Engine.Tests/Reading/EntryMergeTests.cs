using LogAnalysis.Files;
using LogAnalysis.Reading;
using Xunit;

namespace LogAnalysis.Tests.Reading;

public sealed class EntryMergeTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly List<LogFileException> _errors = [];

    [Fact]
    public void Entries_come_by_time_whatever_their_formats_and_zones()
    {
        string a = _folder.Write("a.log", "2025-01-24T07:00:01Z INFO a1", "2025-01-24T07:00:03Z INFO a2", "\tmore of a2", "2025-01-24T07:00:05Z INFO a3");
        string b = _folder.Write("b.log", """{"time":"2025-01-24T08:00:02+01:00","msg":"b1"}""", """{"time":"2025-01-24T06:00:04-01:00","msg":"b2"}""");
        Assert.Equal(["a1", "b1", "a2", "b2", "a3"], Merge(a, b).Select(entry => entry.Message));
        Assert.EndsWith("more of a2", Merge(a, b)[2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_without_a_time_stays_behind_the_one_before_it()
    {
        string a = _folder.Write("a.log", "no time at all", "2025-01-24T07:00:03Z INFO a", "");
        string b = _folder.Write("b.log", "ERROR: first", "[01/Jan/2025:00:00:00 +0000] no time", "2025-01-24T07:00:01Z INFO b1", "2025-01-24T07:00:04Z INFO b2");
        Assert.Equal("b1 a b2", string.Join(' ', Merge(a, b).Where(entry => entry.Message.Length < 3).Select(entry => entry.Message)));
    }

    [Fact]
    public void Of_the_same_time_the_file_that_was_named_first_goes_first()
    {
        string a = _folder.Write("a.log", "2025-01-24T07:00:01Z INFO a1", "2025-01-24T07:00:01Z INFO a2");
        string b = _folder.Write("b.log", "2025-01-24T07:00:01Z INFO b1");
        Assert.Equal(["b1", "a1", "a2"], Merge(b, a).Select(entry => entry.Message));
    }

    [Fact]
    public void A_file_that_cannot_be_read_to_its_end_does_not_end_the_others()
    {
        string good = _folder.Write("a.log", "2025-01-24T07:00:01Z INFO a1");
        string bad = _folder.WriteBytes("b.gz", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xFF, 0xFF, 0xFF]);
        string binary = _folder.WriteBytes("c.bin", [1, 0, 2, 0]);
        Assert.Throws<LogFileException>(() => Merge(good, bad));
        Assert.Equal(["a1"], Merge(good, binary).Select(entry => entry.Message));
        Assert.Equal(LogFileErrorKind.Binary, _errors.Single().Kind);
    }

    public void Dispose() => _folder.Dispose();

    private List<LogEntry> Merge(params string[] paths)
    {
        using var merge = new EntryMerge(_errors.Add);
        Array.ForEach(paths, path => merge.Add(new EntryReader(path, ReadOptions.Default)));
        return [.. merge.Merge()];
    }
}
