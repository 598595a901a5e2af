using System.Text;
using LogAnalysis.Files;
using LogAnalysis.Following;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Following;

public sealed class FollowerTests : IDisposable
{
    private static readonly FollowOptions FromStart = new() { FromStart = true };
    private static readonly FollowOptions New = new();

    private readonly TempFolder _folder = new();

    [Fact]
    public void What_is_appended_comes_and_what_was_there_does_not()
    {
        string path = _folder.Write("a.log", "old");
        using FollowerProbe probe = new FollowerProbe(New, path).Prime(path);
        File.AppendAllText(path, "new 1\nnew 2\n");
        probe.TakeUntil(2);
        Assert.Equal(["new 1", "new 2"], probe.Texts);
        Assert.All(probe.Entries, entry => Assert.Null(entry.LineNumber));
    }

    [Fact]
    public void From_the_start_lines_are_numbered()
    {
        string path = _folder.Write("a.log", "one", "two");
        using var probe = new FollowerProbe(FromStart, path);
        probe.TakeUntil(2);
        Assert.Equal([(1L, 0L), (2L, 4L)], probe.Entries.Select(entry => (entry.LineNumber!.Value, entry.Offset)));
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(2, "two three")]
    [InlineData(3, "one two three")]
    [InlineData(9, "one two three")]
    public void A_tail_is_the_last_complete_lines(int tail, string expected)
    {
        string path = _folder.WriteText("a.log", "one\ntwo\nthree\npartial");
        using var probe = new FollowerProbe(new FollowOptions { Tail = tail, Follow = false }, path);
        probe.TakeAll();
        Assert.Equal($"{expected} partial".Trim(), string.Join(' ', probe.Texts));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void A_file_with_wide_characters_is_followed_from_its_start_and_from_its_end(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        string path = _folder.WriteBytes("a.log", [.. encoding.GetPreamble(), .. encoding.GetBytes("one\ntwo Ċ\nthree €\n")]);
        using var start = new FollowerProbe(FromStart, path);
        using var end = new FollowerProbe(new FollowOptions { Tail = 2 }, path);
        start.TakeUntil(3);
        end.TakeUntil(2);
        File.AppendAllText(path, "four 😀\n", WithoutMark(encoding));
        start.TakeUntil(4);
        end.TakeUntil(3);
        Assert.Equal(["one", "two Ċ", "three €", "four 😀"], start.Texts);
        Assert.Equal(["two Ċ", "three €", "four 😀"], end.Texts);
    }

    [Fact]
    public void The_first_line_of_a_header_waits_for_the_level_on_the_second_but_not_forever()
    {
        string path = _folder.Write("a.log", "Jan 24, 2025 7:00:30 AM shop.Orders pay", "SEVERE: lost", "Jan 24, 2025 7:00:31 AM shop.Orders pay");
        using var probe = new FollowerProbe(FromStart, path);
        probe.TakeUntil(3);
        Assert.Equal([LogLevel.Error, LogLevel.Error, LogLevel.Unknown], probe.Entries.Select(entry => entry.Level));
        Assert.Equal([false, true, false], probe.Entries.Select(entry => entry.IsContinuation));
    }

    [Theory]
    [InlineData("é")]
    [InlineData("é\n")]
    [InlineData("a\n")]
    [InlineData("\r\n")]
    public void A_file_that_is_too_short_to_tell_its_encoding_comes_at_the_end(string text)
    {
        string path = _folder.WriteText("a.log", text);
        using var probe = new FollowerProbe(new FollowOptions { FromStart = true, Follow = false }, path);
        probe.TakeAll();
        Assert.Equal([text.TrimEnd()], probe.Texts);
    }

    [Fact]
    public void A_stated_encoding_is_that_of_a_file_without_a_mark()
    {
        string path = _folder.WriteBytes("a.log", Encoding.Latin1.GetBytes("café\n"));
        using var probe = new FollowerProbe(new FollowOptions { FromStart = true, Encoding = Encoding.Latin1 }, path);
        probe.TakeUntil(1);
        Assert.Equal(["café"], probe.Texts);
    }

    [Fact]
    public void A_tail_of_a_log_with_columns_knows_what_its_beginning_declares()
    {
        string path = _folder.Write("a.log", ["#Fields: cs-method cs-uri-stem sc-status", .. Enumerable.Repeat("GET /x 503", 20_000)]);
        using var probe = new FollowerProbe(new FollowOptions { Tail = 1, Follow = false }, path);
        probe.TakeAll();
        Assert.Equal(503, probe.Entries.Single().StatusCode);
    }

    [Fact]
    public void A_tail_of_a_large_file_is_found_from_its_end()
    {
        string path = _folder.Write("a.log", [.. Enumerable.Range(0, 50_000).Select(i => $"line {i}")]);
        using var probe = new FollowerProbe(new FollowOptions { Tail = 20_000, Follow = false }, path);
        probe.TakeAll();
        Assert.Equal(Enumerable.Range(30_000, 20_000).Select(i => $"line {i}"), probe.Texts);
    }

    [Fact]
    public void A_continuation_line_knows_an_entry_from_before_following_began()
    {
        string path = _folder.Write("a.log", "2025-01-24 07:00:30 ERROR boom");
        using FollowerProbe probe = new FollowerProbe(New with { Tail = 1 }, path);
        probe.TakeUntil(1);
        File.AppendAllText(path, "\tat frame 1\n");
        probe.TakeUntil(2);
        using FollowerProbe late = new FollowerProbe(New with { Tail = 1 }, path);
        late.TakeUntil(1);
        Assert.Equal((true, LogLevel.Error), (late.Entries[0].IsContinuation, late.Entries[0].Level));
        Assert.Equal((true, LogLevel.Error), (probe.Entries[1].IsContinuation, probe.Entries[1].Level));
    }

    [Fact]
    public void A_line_comes_when_its_end_is_written_and_not_before()
    {
        string path = _folder.Write("a.log");
        using FollowerProbe probe = new FollowerProbe(New, path).Prime(path);
        File.AppendAllText(path, "whole\ntorn first half, caf");
        using (FileStream writer = Appending(path))
        {
            probe.TakeUntil(1);
            writer.Write([0xC3]);
            writer.Write([0xA9]);
            writer.Write("\r\nnext\n"u8);
        }

        probe.TakeUntil(3);
        Assert.Equal(["whole", "torn first half, café", "next"], probe.Texts);
    }

    [Fact]
    public void A_byte_order_mark_written_after_following_began_is_no_part_of_the_first_line()
    {
        string path = _folder.Write("a.log");
        using var probe = new FollowerProbe(FromStart, path);
        using (FileStream log = File.Open(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite))
        {
            log.Write([0xEF, 0xBB, 0xBF, .. "ERROR: first\n"u8]);
        }

        probe.TakeUntil(1);
        Assert.Equal(("ERROR: first", LogLevel.Error), (probe.Entries[0].Text, probe.Entries[0].Level));
    }

    [Fact]
    public void A_last_line_without_its_end_comes_when_following_ends()
    {
        string path = _folder.Write("a.log");
        using FollowerProbe probe = new FollowerProbe(New, path).Prime(path);
        File.AppendAllText(path, "partial");
        probe.TakeRest();
        Assert.Equal(["partial"], probe.Texts);
    }

    [Fact]
    public void A_truncated_file_is_read_anew_from_its_beginning()
    {
        string path = _folder.Write("a.log", "one", "two", "three");
        using var probe = new FollowerProbe(FromStart, path);
        probe.TakeUntil(3);
        using (var writer = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0))
        {
            writer.SetLength(0);
            writer.Write("1\n"u8);
        }

        probe.TakeUntil(4);
        Assert.Equal(["one", "two", "three", "1"], probe.Texts);
        Assert.Equal(1, probe.Entries[3].LineNumber);
    }

    [Fact]
    public void A_renamed_file_is_read_to_its_end_before_its_successor()
    {
        string path = _folder.Write("a.log");
        using FollowerProbe probe = new FollowerProbe(New, path).Prime(path);
        using (FileStream writer = Appending(path))
        {
            writer.Write("1\n"u8);
            File.Move(path, path + ".1");
            writer.Write("2\n3\n"u8);
        }

        File.WriteAllText(path, "4\n");
        File.AppendAllText(path, "5\n");
        probe.TakeUntil(5);
        Assert.Equal(["1", "2", "3", "4", "5"], probe.Texts);
    }

    [Fact]
    public void Late_lines_of_a_renamed_file_come_too()
    {
        string path = _folder.Write("a.log");
        using FollowerProbe probe = new FollowerProbe(New, path).Prime(path);
        using FileStream writer = Appending(path);
        File.Move(path, path + ".1");
        File.WriteAllText(path, "successor\n");
        probe.TakeUntil(1);
        writer.Write("late\n"u8);
        probe.TakeUntil(2);
        Assert.Equal(["successor", "late"], probe.Texts);
    }

    [Fact]
    public void Several_rotations_lose_nothing_and_repeat_nothing()
    {
        string path = _folder.Write("a.log");
        using FollowerProbe probe = new FollowerProbe(New, path).Prime(path);
        for (int generation = 0; generation < 5; generation++)
        {
            for (int i = 0; i < 100; i++)
            {
                File.AppendAllText(path, $"{generation}-{i}\n");
            }

            probe.TakeUntil(100 * (generation + 1));
            File.Move(path, $"{path}.{generation}");
        }

        IEnumerable<string> expected = Enumerable.Range(0, 500).Select(i => $"{i / 100}-{i % 100}");
        Assert.Equal(expected, probe.Texts);
    }

    [Fact]
    public void A_missing_file_is_reported_once_and_followed_from_its_first_line_once_it_is_there()
    {
        string path = _folder.Combine("later.log");
        using var probe = new FollowerProbe(New, path);
        probe.TakeUntilError();
        Assert.Equal((LogFileErrorKind.NotFound, path), (probe.Errors.Single().Kind, probe.Errors.Single().Path));
        File.WriteAllText(path, "first\n");
        probe.TakeUntil(1);
        Assert.Equal(["first"], probe.Texts);
        Assert.Single(probe.Errors);
    }

    [Fact]
    public void Polling_alone_suffices()
    {
        string path = _folder.Write("a.log");
        string alias = _folder.Combine("elsewhere/a.log");
        Directory.CreateDirectory(Path.GetDirectoryName(alias)!);
        File.CreateSymbolicLink(alias, path);
        using FollowerProbe probe = new FollowerProbe(New, alias).Prime(path);
        File.AppendAllText(path, "unannounced\n");
        probe.TakeUntil(1);
        Assert.Equal(["unannounced"], probe.Texts);
    }

    [Fact]
    public void Only_the_last_line_before_a_pause_is_marked_as_such()
    {
        string path = _folder.Write("a.log", [.. Enumerable.Range(0, 20_000).Select(i => $"line {i}")]);
        using var probe = new FollowerProbe(FromStart, path);
        probe.TakeUntil(20_000);
        Assert.Equal([19_999], Enumerable.Range(0, 20_000).Where(i => probe.LastBeforePauses.Contains(probe.Entries[i])));
    }

    [Fact]
    public void What_nobody_takes_is_not_read_ahead_beyond_the_queue()
    {
        const int Lines = 400_000;
        string path = _folder.Write("a.log", [.. Enumerable.Range(0, Lines).Select(i => $"line {i} of a log that is longer than the queue")]);
        using var probe = new FollowerProbe(FromStart with { Follow = false }, path);
        probe.TakeUntil(1);

        // Time enough to read all of it, if nothing held reading back: one from which all is taken has read it.
        using (var taken = new FollowerProbe(FromStart with { Follow = false }, path))
        {
            taken.TakeAll();
            Assert.Equal(Lines, taken.Entries.Count);
        }

        // All that was not read yet is gone.
        using (FileStream writer = new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
        {
            writer.SetLength(0);
        }

        probe.TakeAll();
        Assert.InRange(probe.Entries.Count, 1, Lines / 4);
    }

    [Fact]
    public void Starting_and_stopping_leaves_nothing_open()
    {
        string path = _folder.Write("a.log", "one");
        for (int i = 0; i < 100; i++)
        {
            using var probe = new FollowerProbe(FromStart, path);
            probe.TakeUntil(1);
        }

        Assert.DoesNotContain(path, OpenFiles());
    }

    /// <summary>The encoding as one that appends with: the mark stands at the beginning of a file only.</summary>
    private static Encoding WithoutMark(Encoding encoding) => encoding switch
    {
        UnicodeEncoding wide => new UnicodeEncoding(bigEndian: wide.CodePage == 1201, byteOrderMark: false),
        _ => new UTF32Encoding(bigEndian: false, byteOrderMark: false),
    };

    public void Dispose() => _folder.Dispose();

    /// <summary>The files that this process holds open, where the platform tells.</summary>
    private static List<string> OpenFiles()
    {
        List<string> files = [];
        foreach (string handle in OperatingSystem.IsLinux() ? Directory.GetFiles("/proc/self/fd") : [])
        {
            try
            {
                files.Add(File.ResolveLinkTarget(handle, returnFinalTarget: false)!.FullName);
            }
            catch (IOException)
            {
                // Closed by another test meanwhile.
            }
        }

        return files;
    }

    private static FileStream Appending(string path) =>
        new(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
}
