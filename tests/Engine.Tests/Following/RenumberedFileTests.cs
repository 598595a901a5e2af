using LogAnalysis.Files;
using LogAnalysis.Following;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Following;

/// <summary>Files that get another number and are the same: copied up by overlayfs, or replaced by a copy with more in it.</summary>
public sealed class RenumberedFileTests : IDisposable
{
    private static readonly FollowOptions FromStart = new() { FromStart = true };

    private readonly TempFolder _folder = new();

    [OverlayFact]
    public void A_file_of_a_lower_layer_that_is_written_for_the_first_time_gives_each_line_once()
    {
        using var overlay = new Overlay();
        File.WriteAllText(overlay.Lower("app.log"), "one\n");
        Assert.True(overlay.Mount());
        string path = overlay.Merged("app.log");
        FileIdentity? before = FileIdentity.Of(path);
        using var probe = new FollowerProbe(FromStart, path);
        probe.TakeUntil(1);
        File.AppendAllText(path, "two\n");
        probe.TakeUntil(2);
        Assert.NotEqual(before, FileIdentity.Of(path));
        File.AppendAllText(path, "three\n");
        probe.TakeUntil(3);
        probe.TakeRest();
        Assert.Equal(["one", "two", "three"], probe.Texts);
        Assert.Empty(probe.Warnings);
    }

    [OverlayFact]
    public void A_file_that_is_copied_up_between_two_runs_goes_on_where_it_was()
    {
        using var overlay = new Overlay();
        File.WriteAllText(overlay.Lower("app.log"), "one\n");
        Assert.True(overlay.Mount());
        string path = overlay.Merged("app.log");
        Assert.Equal(["one"], RunOnce(path));
        File.AppendAllText(path, "two\n");
        Assert.Equal(["two"], RunOnce(path));
        File.AppendAllText(path, "three\n");
        Assert.Equal(["three"], RunOnce(path));
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(1)]
    public void A_file_that_is_replaced_by_a_copy_with_more_in_it_gives_each_line_once(int maxOpen)
    {
        string[] lines = [.. Enumerable.Range(0, 100).Select(i => $"line {i} of one that is long enough to be known again")];
        string path = _folder.Write("app.log", lines);
        string other = _folder.Write("other.log", "other");
        using var probe = new FollowerProbe(FromStart with { MaxOpen = maxOpen }, path, other);
        probe.TakeUntil(101);
        for (int i = 0; i < 3; i++)
        {
            File.Copy(path, path + ".tmp");
            File.AppendAllText(path + ".tmp", $"more {i}\n");
            File.Move(path + ".tmp", path, overwrite: true);
            probe.TakeUntil(102 + i);
        }

        probe.TakeRest();
        Assert.Equal([.. lines, "more 0", "more 1", "more 2"], probe.Texts.Where(text => text != "other"));
        Assert.Empty(probe.Warnings);
    }

    [Fact]
    public void A_successor_that_begins_with_all_that_was_in_the_file_is_read_from_its_beginning()
    {
        string[] banner = [.. Enumerable.Range(0, 100).Select(i => $"banner {i}, which is longer than what is kept of the beginning")];
        string path = _folder.Write("app.log", banner);
        using var probe = new FollowerProbe(FromStart, path);
        probe.TakeUntil(100);
        File.Move(path, path + ".1");
        _folder.Write("app.log", [.. banner, "new"]);
        probe.TakeUntil(201);
        Assert.Equal([.. banner, .. banner, "new"], probe.Texts);
    }

    public void Dispose() => _folder.Dispose();

    private List<string> RunOnce(string path)
    {
        FollowerProbe probe = FollowerProbe.WithCheckpoint(_folder.Combine("state.json"), FromStart with { Follow = false }, path);
        probe.TakeAll();
        probe.EndInOrder();
        return [.. probe.Texts];
    }
}
