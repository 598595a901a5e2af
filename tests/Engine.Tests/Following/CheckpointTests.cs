using System.Runtime.Versioning;
using System.Text;
using System.Text.Json;
using LogAnalysis.Following;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Following;

public sealed class CheckpointTests : IDisposable
{
    private static readonly FollowOptions Once = new() { FromStart = true, Follow = false };

    private readonly TempFolder _folder = new();

    private string State => _folder.Combine("state.json");

    [Fact]
    public void After_an_orderly_end_nothing_comes_again_and_what_was_written_meanwhile_comes()
    {
        string path = _folder.Write("app.log", "one", "two");
        Assert.Equal(["one", "two"], Run(path));
        Assert.Empty(Run(path));
        File.AppendAllText(path, "three\n");
        Assert.Equal(["three"], Run(path));
    }

    [Fact]
    public void Line_numbers_go_on()
    {
        string path = _folder.Write("app.log", "one", "two");
        Run(path);
        File.AppendAllText(path, "three\n");
        using FollowerProbe probe = FollowerProbe.WithCheckpoint(State, Once, path);
        probe.TakeAll();
        Assert.Equal((3L, 8L), (probe.Entries.Single().LineNumber!.Value, probe.Entries.Single().Offset));
    }

    [Fact]
    public void A_rotation_while_nobody_watched_is_followed_the_rest_of_the_old_file_first()
    {
        string path = _folder.Write("app.log", "one");
        Run(path);
        File.AppendAllText(path, "two\n");
        File.Move(path, path + ".2");
        _folder.Write("app.log.1", "three");
        _folder.Write("app.log", "four");
        Assert.Equal(["two", "three", "four"], Run(path));
        Assert.Empty(Run(path));
    }

    [Fact]
    public void A_renamed_file_that_matches_the_pattern_too_is_read_once()
    {
        string path = _folder.Write("app.log", "one");
        Run(path, path + ".1");
        File.AppendAllText(path, "two\n");
        File.Move(path, path + ".1");
        _folder.Write("app.log", "three");
        Assert.Equal(["two", "three"], Run(path, path + ".1"));
        Assert.Empty(Run(path, path + ".1"));
    }

    [Fact]
    public void A_truncation_while_stopped_is_recognised_though_the_file_is_longer_than_before()
    {
        string path = _folder.Write("app.log", "one");
        Run(path);
        File.Copy(path, path + ".1");
        File.WriteAllText(path, "another line, longer than the first\n");
        Assert.Equal(["another line, longer than the first"], Run(path));
    }

    [Fact]
    public void What_was_written_before_a_truncation_while_stopped_is_read_from_the_copy()
    {
        string path = _folder.Write("app.log", "one");
        Run(path);
        File.AppendAllText(path, "two\n");
        File.Copy(path, path + ".1");
        File.WriteAllText(path, "three\n");
        Assert.Equal(["two", "three"], Run(path));
        Assert.Empty(Run(path));
    }

    [Fact]
    public void A_copy_of_what_was_read_that_is_quiet_already_when_the_next_run_begins_is_not_read_again()
    {
        string path = _folder.Write("app.log", "one");
        Run(path);
        File.Copy(path, path + ".1");
        File.WriteAllText(path, string.Empty);
        for (int run = 0; run < 2; run++)
        {
            using FollowerProbe probe = FollowerProbe.WithCheckpoint(State, Once with { Follow = true, RotationGrace = TimeSpan.Zero }, path);
            probe.TakeSome();
            File.AppendAllText(path, "two\n");
            probe.TakeUntil(1);
            probe.TakeRest();
            probe.SaveNow();
            Assert.Equal(["two"], probe.Texts);
        }
    }

    [Fact]
    public void A_file_whose_rest_is_nowhere_is_read_anew_with_a_warning()
    {
        string path = _folder.Write("app.log", "one");
        Run(path);
        File.Delete(path);
        _folder.Write("app.log", "two");
        using FollowerProbe probe = FollowerProbe.WithCheckpoint(State, Once, path);
        probe.TakeAll();
        Assert.Equal(["two"], probe.Texts);
        Assert.Contains(path, probe.Warnings.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_partial_line_across_a_restart_comes_once_and_whole()
    {
        string path = _folder.WriteText("app.log", "one\npart");
        Assert.Equal(["one"], Run(path));
        File.AppendAllText(path, "ial\n");
        Assert.Equal(["partial"], Run(path));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void A_file_with_wide_characters_goes_on_where_it_was(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        string path = _folder.WriteBytes("app.log", [.. encoding.GetPreamble(), .. encoding.GetBytes("one €\n")]);
        Assert.Equal(["one €"], Run(path));
        File.AppendAllText(path, "two 😀\n", name == "utf-32" ? new UTF32Encoding(false, false) : new UnicodeEncoding(name == "utf-16BE", false));
        Assert.Equal(["two 😀"], Run(path));
    }

    [Fact]
    public void A_file_that_came_meanwhile_is_read_from_its_start_and_one_of_the_first_run_is_not()
    {
        string old = _folder.Write("old.log", "old");
        var options = new FollowOptions { Tail = 0, Follow = false };
        Run(options, old);
        string later = _folder.Write("later.log", "later");
        Assert.Equal(["later"], Run(options, old, later));
    }

    [Fact]
    public void What_was_not_taken_comes_again()
    {
        string path = _folder.Write("app.log", [.. Enumerable.Range(0, 30_000).Select(i => $"line {i}")]);
        List<string> taken;
        using (FollowerProbe probe = FollowerProbe.WithCheckpoint(State, Once, path))
        {
            probe.TakeUntil(1);
            probe.SaveNow();
            taken = [.. probe.Texts];
        }

        Assert.InRange(taken.Count, 1, 29_999);
        Assert.Equal(Enumerable.Range(0, 30_000).Select(i => $"line {i}"), taken.Concat(Run(path)));
    }

    [Fact]
    public void It_knows_every_file_up_to_when_the_lines_came_that_were_taken_and_not_up_to_when_it_was_saved()
    {
        string path = _folder.Write("app.log", "one");
        using (FollowerProbe probe = FollowerProbe.WithCheckpoint(State, Once, path))
        {
            probe.TakeAll();
            DateTime taken = DateTime.UtcNow;
            SpinWait.SpinUntil(() => DateTime.UtcNow > taken);
            probe.SaveNow();
            Assert.InRange(Files().Seen, DateTime.UtcNow.AddMinutes(-1), taken);
        }
    }

    [Fact]
    public void A_file_that_was_rotated_away_and_read_long_ago_is_closed_by_the_next_run()
    {
        string path = _folder.Write("app.log", "one");
        Run(path);
        File.Move(path, path + ".1");
        File.SetLastWriteTimeUtc(path + ".1", DateTime.UtcNow.AddHours(-1));
        _folder.Write("app.log", "two");
        Assert.Equal(["two"], Run(path));
        Assert.Equal([LogState.Current, LogState.Closed], Files().Positions.Select(position => position.State).Order());
        Assert.Empty(Run(path));
    }

    [Fact]
    public void It_is_versioned_json_that_people_can_read()
    {
        Run(_folder.Write("app.log", "one"));
        JsonElement root = JsonDocument.Parse(File.ReadAllText(State)).RootElement;
        Assert.Equal(1, root.GetProperty("version").GetInt32());
        JsonElement file = root.GetProperty("files").EnumerateArray().Single();
        Assert.Equal((_folder.Combine("app.log"), "current", 4), (file.GetProperty("path").GetString(), file.GetProperty("state").GetString(), file.GetProperty("offset").GetInt32()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("""{"version":2,"seen":"2025-01-24T10:00:00Z","files":[]}""")]
    [InlineData("""{"version":1,"files":[]}""")]
    [InlineData("""{"version":1,"seen":"2025-01-24T10:00:00Z","files":[null]}""")]
    [InlineData("""{"version":1,"seen":"2025-01-24T10:00:00Z","files":[{"path":"a","offset":-1}]}""")]
    [InlineData("""{"version":1,"seen":"2025-01-24T10:00:00Z","files":[{"path":"a","offset":1,"fingerprint":{}}]}""")]
    [InlineData("""{"version":1,"seen":"2025-01-24T10:00:00Z","files":[{"path":"a","offset":1,"fingerprint":{"headLength":-1,"head":"","tailLength":0,"tail":""}}]}""")]
    [InlineData("""{"version":1,"seen":"2025-01-24T10:00:00Z","files":[{"path":"a","offset":1,"fingerprint":{"headLength":1,"head":"","tailLength":257,"tail":""}}]}""")]
    public void What_is_no_checkpoint_is_set_aside_and_not_overwritten(string content)
    {
        File.WriteAllText(State, content);
        string? aside = null;
        using CheckpointFile file = CheckpointFile.Open(State, (_, name) => aside = name);
        Assert.Null(file.Loaded);
        Assert.Equal(content, File.ReadAllText(aside!));
        Assert.False(File.Exists(State));
    }

    [Fact]
    public void A_second_watcher_on_the_same_checkpoint_is_refused_until_the_first_ends()
    {
        using (CheckpointFile.Open(State, (_, _) => { }))
        {
            CheckpointException refused = Assert.Throws<CheckpointException>(() => CheckpointFile.Open(State, (_, _) => { }));
            Assert.Equal((CheckpointErrorKind.InUse, State), (refused.Kind, refused.Path));
        }

        CheckpointFile.Open(State, (_, _) => { }).Dispose();
    }

    [Fact]
    public void What_is_no_file_is_refused_and_left_as_it_is()
    {
        string target = _folder.WriteText("target", "of somebody else");
        foreach (string name in new[] { State, State + ".lock", State + ".tmp" })
        {
            Directory.CreateDirectory(name);
            AssertRefused("is a directory. Name a file.");
            Directory.Delete(name);
            File.CreateSymbolicLink(name, target);
            AssertRefused("is a symbolic link");
            Assert.Equal(target, new FileInfo(name).LinkTarget);
            File.Delete(name);
            File.CreateSymbolicLink(name, _folder.Combine("nothing"));
            AssertRefused("is a symbolic link");
            File.Delete(name);
        }

        Assert.Equal([target], Directory.EnumerateFileSystemEntries(_folder.Path));
        Assert.Equal("of somebody else", File.ReadAllText(target));
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public void A_pipe_is_refused_at_once()
    {
        foreach (string name in new[] { State, State + ".lock", State + ".tmp" })
        {
            SpecialFiles.MakePipe(name);
            AssertRefused("is a device, a pipe or a socket. Name a file.");
            File.Delete(name);
        }
    }

    [Fact]
    public void A_folder_that_is_not_there_or_is_a_file_is_named()
    {
        string file = _folder.WriteText("file", "of somebody else");
        foreach (string folder in new[] { _folder.Combine("nowhere"), file })
        {
            CheckpointException refused = Assert.Throws<CheckpointException>(() => CheckpointFile.Open(Path.Combine(folder, "state.json"), NeverAside));
            Assert.EndsWith($"There is no folder '{folder}'. Create it first.", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal("of somebody else", File.ReadAllText(file));
    }

    [Fact]
    public void A_link_that_somebody_puts_there_meanwhile_is_not_followed_and_the_old_checkpoint_stays()
    {
        string target = _folder.WriteText("target", "of somebody else");
        using CheckpointFile file = CheckpointFile.Open(State, NeverAside);
        file.Save(new Checkpoint(DateTime.UnixEpoch, []));
        string old = File.ReadAllText(State);
        File.CreateSymbolicLink(State + ".tmp", target);
        Assert.Throws<CheckpointException>(() => file.Save(new Checkpoint(DateTime.UtcNow, [])));
        Assert.Equal((old, "of somebody else"), (File.ReadAllText(State), File.ReadAllText(target)));
        File.Delete(State + ".tmp");
        file.Save(new Checkpoint(DateTime.UtcNow, []));
        Assert.NotEqual(old, File.ReadAllText(State));
    }

    [Fact]
    public void A_temporary_file_that_a_killed_watcher_left_is_replaced()
    {
        _folder.WriteText("state.json.tmp", new string('x', 10_000));
        using CheckpointFile file = CheckpointFile.Open(State, NeverAside);
        file.Save(new Checkpoint(DateTime.UtcNow, []));
        Assert.DoesNotContain("xx", File.ReadAllText(State), StringComparison.Ordinal);
        Assert.False(File.Exists(State + ".tmp"));
    }

    [UnprivilegedFact]
    [UnsupportedOSPlatform("windows")]
    public void A_folder_in_which_nothing_may_be_written_is_named()
    {
        File.SetUnixFileMode(_folder.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        AssertRefused($"Writing is denied. It takes write permission on the folder '{_folder.Path}'.");
        File.SetUnixFileMode(_folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public void Dispose() => _folder.Dispose();

    private static void NeverAside(string reason, string aside) => throw new InvalidOperationException(reason);

    private void AssertRefused(string reason)
    {
        CheckpointException refused = Assert.Throws<CheckpointException>(() => CheckpointFile.Open(State, NeverAside));
        Assert.Equal((CheckpointErrorKind.Unusable, State), (refused.Kind, refused.Path));
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    private Checkpoint Files() => CheckpointDocument.Read(File.ReadAllBytes(State));

    private List<string> Run(params string[] paths) => Run(Once, paths);

    private List<string> Run(FollowOptions options, params string[] paths)
    {
        FollowerProbe probe = FollowerProbe.WithCheckpoint(State, options, paths);
        probe.TakeAll();
        probe.EndInOrder();
        return [.. probe.Texts];
    }
}
