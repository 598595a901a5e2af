using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.Versioning;
using System.Text;
using LogAnalysis.Files;
using LogAnalysis.Following;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Following;

/// <summary>What collectors of logs learned the hard way, each by name.</summary>
public sealed class RotationTests : IDisposable
{
    private static readonly FollowOptions FromStart = new() { FromStart = true };
    private static readonly FollowOptions New = new();

    private readonly TempFolder _folder = new();

    public static TheoryData<string> RotatedNames => ["app.log.1", "app.log-20250124", "app.log.2025-01-24_10-30", "app.1.log", "app-2025-01-24.log", "app.log.old"];

    [Fact]
    public void Truncated_and_regrown_past_the_old_position_between_two_looks_is_new()
    {
        string path = _folder.Write("a.log", "one", "two");
        using var probe = new FollowerProbe(FromStart, path);
        probe.TakeUntil(2);
        Overwrite(path, "another first line\n", "and a second, so that it is longer than before\n");
        probe.TakeUntil(4);
        Assert.Equal(["one", "two", "another first line", "and a second, so that it is longer than before"], probe.Texts);
        Assert.Equal(1, probe.Entries[2].LineNumber);
    }

    [Fact]
    public void Deleted_and_made_anew_of_the_same_size_is_new()
    {
        string path = _folder.Write("a.log", "one", "two");
        using var probe = new FollowerProbe(FromStart, path);
        probe.TakeUntil(2);
        File.Delete(path);
        File.WriteAllText(path, "eno\nowt\n");
        probe.TakeUntil(4);
        Assert.Equal(["one", "two", "eno", "owt"], probe.Texts);
    }

    [Fact]
    public void The_same_first_lines_in_two_files_do_not_make_them_one()
    {
        string path = _folder.Write("a.log", "banner", "1");
        using var probe = new FollowerProbe(FromStart, path);
        probe.TakeUntil(2);
        File.Move(path, path + ".1");
        File.WriteAllText(path, "banner\n2\n");
        probe.TakeUntil(4);
        Assert.Equal(["banner", "1", "banner", "2"], probe.Texts);
    }

    [Fact]
    public void A_compressed_file_is_read_to_its_end_once_however_many_blocks_it_has()
    {
        string[] lines = [.. Enumerable.Range(0, 20_000).Select(i => $"line {i}")];
        WriteCompressed(_folder.Combine("a.log.gz"), string.Join('\n', lines) + "\n");
        using var probe = new FollowerProbe(FromStart with { Follow = false }, _folder.Combine("a.log.gz"));
        probe.TakeAll();
        Assert.Equal(lines, probe.Texts);
    }

    [Fact]
    public void Leading_nul_bytes_of_a_writer_that_keeps_its_position_are_passed_over()
    {
        string path = _folder.Write("a.log");
        using var probe = new FollowerProbe(FromStart, path);
        using FileStream writer = new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        writer.Write(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("before\n", 100_000))));
        probe.TakeUntil(100_000);
        Overwrite(path);
        writer.Write("after\n"u8);
        probe.TakeUntil(100_001);
        Assert.Equal("after", probe.Texts.Last());
        Assert.Empty(probe.Errors);
        using var late = new FollowerProbe(FromStart, path);
        late.TakeUntil(1);
        Assert.Equal(["after"], late.Texts);
    }

    [Theory]
    [MemberData(nameof(RotatedNames))]
    public void What_was_written_before_a_truncation_is_read_from_the_copy(string rotated)
    {
        string path = _folder.Write("app.log", "one");
        using FollowerProbe probe = new(FromStart, path);
        probe.TakeUntil(1);

        // Lines that nobody has read when the copy is made.
        using (FileStream writer = Appending(path))
        {
            writer.Write("two\nthree\n"u8);
            File.Copy(path, _folder.Combine(rotated));
            Overwrite(path, "four\n");
        }

        probe.TakeUntil(4);
        Assert.Equal(["one", "two", "three", "four"], probe.Texts);
    }

    [LinuxFact]
    public void A_renamed_file_is_read_as_long_as_another_process_holds_it_open_to_write()
    {
        string path = _folder.Write("a.log", "one");
        FollowOptions hasty = FromStart with { RotationGrace = TimeSpan.FromMilliseconds(1), PollInterval = TimeSpan.FromMilliseconds(5) };
        using var probe = new FollowerProbe(hasty, path);
        probe.TakeUntil(1);
        using Process writer = Process.Start(new ProcessStartInfo("sh", ["-c", $"exec 3>>'{path}'; echo opened >&3; while read line; do echo $line >&3; done"]) { RedirectStandardInput = true })!;
        probe.TakeUntil(2);
        File.Move(path, path + ".1");
        File.WriteAllText(path, "two\n");
        probe.TakeUntil(3);

        // Long after the grace is over: other files are seen to come and go.
        for (int i = 0; i < 20; i++)
        {
            File.AppendAllText(path, $"{i}\n");
            probe.TakeWhileThereIsNo($"{i}");
        }

        writer.StandardInput.WriteLine("late");
        probe.TakeWhileThereIsNo("late");
        Assert.Equal("late", probe.Texts.Last());
        writer.StandardInput.Close();
        writer.WaitForExit();
    }

    [Fact]
    public void What_a_writer_adds_to_the_renamed_file_comes_before_what_it_writes_to_the_new_one()
    {
        string path = _folder.Write("a.log");
        using var probe = new FollowerProbe(FromStart, path);
        List<string> written = [];
        for (int rotation = 0; rotation < 30; rotation++)
        {
            // The rotation is seen before the writer knows of it.
            using FileStream old = Appending(path);
            Write(old);
            probe.TakeUntil(written.Count);
            File.Move(path, $"{path}.{rotation + 1}");
            using FileStream next = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            probe.TakeSome();
            for (int i = 0; i < 200; i++)
            {
                Write(i < 100 ? old : next);
            }
        }

        probe.TakeUntil(written.Count);
        Assert.Equal(written, probe.Texts);

        void Write(FileStream file)
        {
            written.Add($"line {written.Count}");
            file.Write(Encoding.UTF8.GetBytes(written[^1] + "\n"));
        }
    }

    [Fact]
    public void A_copy_without_the_last_lines_that_were_read_is_not_read_again()
    {
        string path = _folder.Write("app.log", "one");
        using FollowerProbe probe = new(FromStart, path);
        probe.TakeUntil(1);
        File.Copy(path, path + ".1");
        File.AppendAllText(path, "written before the truncation\n");
        probe.TakeUntil(2);
        Overwrite(path, "two\n");
        probe.TakeUntil(3);
        File.AppendAllText(path, "three\n");
        probe.TakeUntil(4);
        Assert.Equal(["one", "written before the truncation", "two", "three"], probe.Texts);
    }

    [Fact]
    public void Generations_that_came_and_went_between_two_looks_are_read_too_compressed_ones_as_well()
    {
        string path = _folder.Write("app.log", "one");
        using FollowerProbe probe = new(FromStart with { PollInterval = TimeSpan.FromSeconds(1), UsesNotifications = false }, path);
        probe.TakeUntil(1);
        File.Move(path, path + ".3");
        WriteCompressed(path + ".2.gz", "two\n");
        _folder.Write("app.log.1", "three");
        _folder.Write("app.log", "four");
        probe.TakeUntil(4);
        Assert.Equal(["one", "two", "three", "four"], probe.Texts);
    }

    [Fact]
    public void Rotated_siblings_that_match_the_pattern_are_not_read_a_second_time_compressed_or_not()
    {
        string path = _folder.Write("app.log", "one", "two");
        using var probe = new FollowerProbe(FromStart with { Discover = () => Directory.GetFiles(_folder.Path, "app.log*").Order() }, path);
        probe.TakeUntil(2);
        for (int i = 0; i < 3; i++)
        {
            Rotate(path, $"line {i}");
            probe.TakeUntil(3 + i);
        }

        _folder.Write("app.log.new", "not a rotated name");
        probe.TakeUntil(6);
        Assert.Equal(["one", "two", "line 0", "line 1", "line 2", "not a rotated name"], probe.Texts);
    }

    [Fact]
    public void A_log_whose_name_only_looks_like_a_rotated_one_is_read_after_a_while()
    {
        string path = _folder.Write("app.log", "one");
        FollowOptions options = FromStart with
        {
            Discover = () => Directory.GetFiles(_folder.Path, "app.log*").Order(),
            DiscoverInterval = TimeSpan.FromMilliseconds(50),
            SiblingGrace = TimeSpan.FromMilliseconds(300),
        };
        using var probe = new FollowerProbe(options, path);
        probe.TakeUntil(1);
        _folder.Write("app.log-20250124", "another log");
        probe.TakeUntil(2);
        Assert.Equal(["one", "another log"], probe.Texts);
    }

    [Fact]
    public void A_file_that_matches_later_is_read_from_its_start()
    {
        string folder = _folder.Combine("not/there/yet");
        using var probe = new FollowerProbe(New with { Discover = () => Directory.Exists(folder) ? Directory.GetFiles(folder) : [] });
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "a.log"), "first\n");
        probe.TakeUntil(1);
        Assert.Equal(["first"], probe.Texts);
        Assert.Empty(probe.Errors);
    }

    [Fact]
    public void A_link_that_is_led_elsewhere_is_followed_there_after_the_rest_of_the_old_file()
    {
        string first = _folder.Write("1.log", "one");
        string second = _folder.Write("2.log", "three");
        string link = _folder.Combine("current.log");
        File.CreateSymbolicLink(link, first);
        using var probe = new FollowerProbe(FromStart, link);
        probe.TakeUntil(1);
        File.AppendAllText(first, "two\n");
        File.CreateSymbolicLink(link + ".tmp", second);
        File.Move(link + ".tmp", link, overwrite: true);
        probe.TakeUntil(3);
        Assert.Equal(["one", "two", "three"], probe.Texts);
    }

    [Fact]
    public void A_file_that_vanishes_and_returns_goes_on_where_it_was()
    {
        string path = _folder.Write("a.log", "one");
        using var probe = new FollowerProbe(FromStart with { RotationGrace = TimeSpan.FromMilliseconds(50), PollInterval = TimeSpan.FromMilliseconds(10) }, path);
        probe.TakeUntil(1);
        File.Move(path, _folder.Combine("elsewhere"));
        WaitUntilClosed("elsewhere");
        File.AppendAllText(_folder.Combine("elsewhere"), "two\n");
        File.Move(_folder.Combine("elsewhere"), path);
        probe.TakeUntil(2);
        Assert.Equal(["one", "two"], probe.Texts);
    }

    [UnprivilegedFact]
    [UnsupportedOSPlatform("windows")]
    public void A_file_that_may_not_be_read_is_reported_once_and_read_from_its_start_when_it_may()
    {
        string path = _folder.Write("a.log", "one");
        File.SetUnixFileMode(path, UnixFileMode.None);
        using var probe = new FollowerProbe(New, path);
        probe.TakeUntilError();
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.AppendAllText(path, "two\n");
        probe.TakeUntil(2);
        Assert.Equal(["one", "two"], probe.Texts);
        Assert.Equal(LogFileErrorKind.AccessDenied, probe.Errors.Single().Kind);
    }

    [Fact]
    public void A_last_line_without_its_end_comes_after_the_file_was_rotated_away()
    {
        string path = _folder.Write("a.log", "one");
        using var probe = new FollowerProbe(FromStart with { PartialGrace = TimeSpan.FromMilliseconds(50) }, path);
        probe.TakeUntil(1);
        File.AppendAllText(path, "never ended");
        File.Move(path, path + ".1");
        File.WriteAllText(path, "next\n");
        probe.TakeUntil(3);
        Assert.Equal(["never ended", "next", "one"], probe.Texts.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    public void A_line_that_is_too_long_is_cut_at_a_character_with_a_warning_and_its_neighbours_are_whole(string name)
    {
        string path = _folder.Combine("a.log");
        File.WriteAllText(path, $"before\n{new string('é', 600)}\nafter\n", Encoding.GetEncoding(name));
        using var probe = new FollowerProbe(FromStart with { MaxLineLength = 1001 }, path);
        probe.TakeUntil(3);
        Assert.Equal(["before", new string('é', 500), "after"], probe.Texts);
        Assert.Contains("1001", probe.Warnings.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Entries_are_joined_and_come_when_the_next_begins_or_after_a_quiet_time()
    {
        string path = _folder.Write("a.log");
        using var probe = new FollowerProbe(FromStart with { JoinsLines = true }, path);
        File.AppendAllText(path, "2025-01-24 07:00:30 ERROR a\n\tat x\n\tat y\n2025-01-24 07:00:31 ERROR b\n\tat z\n");
        probe.TakeUntil(2);
        Assert.Equal(["2025-01-24 07:00:30 ERROR a\n\tat x\n\tat y", "2025-01-24 07:00:31 ERROR b\n\tat z"], probe.Texts);
    }

    [Fact]
    public void What_is_truncated_while_the_consumer_is_slow_comes_from_what_was_read_and_goes_on_with_the_new()
    {
        string path = _folder.Write("a.log", [.. Enumerable.Range(0, 100_000).Select(i => $"old line {i} of a log that is longer than the queue")]);
        using var probe = new FollowerProbe(FromStart, path);
        probe.TakeUntil(1);
        Overwrite(path, "new 1\n", "new 2\n");
        probe.TakeWhileThereIsNo("new 2");

        // The last one may be cut where reading had come to: its end is gone.
        int old = probe.Entries.Count - 3;
        Assert.Equal(Enumerable.Range(0, old).Select(i => $"old line {i} of a log that is longer than the queue"), probe.Texts.Take(old));
        Assert.StartsWith(probe.Entries[old].Text, $"old line {old} of a log that is longer than the queue", StringComparison.Ordinal);
        Assert.Equal(["new 1", "new 2"], probe.Texts.Skip(old + 1));
    }

    [Fact]
    public void A_thousand_files_are_followed_at_once()
    {
        string[] paths = [.. Enumerable.Range(0, 1000).Select(i => _folder.Write($"{i}.log", $"first {i}"))];
        using var probe = new FollowerProbe(FromStart, paths);
        probe.TakeUntil(1000);
        foreach (string path in paths)
        {
            File.AppendAllText(path, "second\n");
        }

        probe.TakeUntil(2000);
        Assert.Equal(2000, probe.Entries.Count);
        Assert.All(probe.Entries.GroupBy(entry => entry.Path), lines => Assert.Equal("second", lines.Last().Text));
    }

    [Fact]
    public void Five_hundred_rounds_of_start_and_stop_leave_no_thread_and_no_file()
    {
        string path = _folder.Write("a.log", "one");
        for (int i = 0; i < 500; i++)
        {
            using var probe = new FollowerProbe(FromStart, path);
            probe.TakeUntil(1);
        }

        Assert.True(SpinWait.SpinUntil(() => OpenFiles.Count(path) == 0, Patience.Limit));
        Assert.True(SpinWait.SpinUntil(() => OpenFiles.Threads() < 200, Patience.Limit));
    }

    public void Dispose() => _folder.Dispose();

    private static FileStream Appending(string path) =>
        new(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);

    private static void Overwrite(string path, params string[] lines)
    {
        using FileStream writer = new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        writer.SetLength(0);
        writer.Write(Encoding.UTF8.GetBytes(string.Concat(lines)));
    }

    private static void WriteCompressed(string path, string text)
    {
        using var stream = new GZipStream(File.Create(path), CompressionLevel.Fastest);
        stream.Write(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>As logrotate does it with <c>compress</c> and <c>delaycompress</c>.</summary>
    private static void Rotate(string path, string next)
    {
        for (int i = 9; i > 1; i--)
        {
            string number = i.ToString(CultureInfo.InvariantCulture);
            if (File.Exists($"{path}.{i - 1}"))
            {
                WriteCompressed($"{path}.{number}.gz.tmp", File.ReadAllText($"{path}.{i - 1}"));
                File.SetLastWriteTimeUtc($"{path}.{number}.gz.tmp", File.GetLastWriteTimeUtc($"{path}.{i - 1}"));
                File.Move($"{path}.{number}.gz.tmp", $"{path}.{number}.gz");
                File.Delete($"{path}.{i - 1}");
            }
            else if (File.Exists($"{path}.{i - 1}.gz"))
            {
                File.Move($"{path}.{i - 1}.gz", $"{path}.{number}.gz");
            }
        }

        File.Move(path, path + ".1");
        File.WriteAllText(path, next + "\n");
    }

    private void WaitUntilClosed(string name) =>
        Assert.True(SpinWait.SpinUntil(() => !OperatingSystem.IsLinux() || OpenFiles.Count(_folder.Combine(name)) == 0, Patience.Limit));
}
