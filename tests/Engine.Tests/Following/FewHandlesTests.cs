using System.IO.Compression;
using LogAnalysis.Following;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Following;

/// <summary>More files than may be open: each gives its handle up for another, and nothing is lost by it.</summary>
public sealed class FewHandlesTests : IDisposable
{
    private const int Files = 40;
    private static readonly FollowOptions Few = new() { FromStart = true, MaxOpen = 3, PollInterval = TimeSpan.FromMilliseconds(20) };

    private readonly TempFolder _folder = new();
    private readonly CollectingFollowSink _sink = new();
    private TailedPath? _other;

    [Fact]
    public void All_files_are_followed_and_no_more_are_open_than_may_be()
    {
        string[] paths = [.. Enumerable.Range(0, Files).Select(i => _folder.Write($"{i}.log", $"{i}: 0"))];
        using var probe = new FollowerProbe(Few, paths);
        for (int round = 1; round <= 3; round++)
        {
            probe.TakeUntil(Files * round);
            Assert.InRange(paths.Sum(OpenFiles.Count), 0, Few.MaxOpen + 1);
            Array.ForEach(paths, path => File.AppendAllText(path, $"{Path.GetFileNameWithoutExtension(path)}: {round}\n"));
        }

        probe.TakeUntil(Files * 4);
        AssertOnce(probe, 4);
    }

    [Fact]
    public void Files_that_are_renamed_while_they_have_no_handle_are_read_to_their_ends()
    {
        string[] paths = [.. Enumerable.Range(0, Files).Select(i => _folder.Write($"{i}.log", $"{i}: 0"))];
        using var probe = new FollowerProbe(Few, paths);
        probe.TakeUntil(Files);
        foreach (string path in paths)
        {
            string name = Path.GetFileNameWithoutExtension(path);
            File.AppendAllText(path, $"{name}: 1\n");
            File.Move(path, path + ".1");
            File.WriteAllText(path, $"{name}: 2\n");
        }

        probe.TakeUntil(Files * 3);
        AssertOnce(probe, 3);
    }

    [Fact]
    public void What_was_compressed_while_it_had_no_handle_is_read_on_from_there()
    {
        string[] paths = [.. Enumerable.Range(0, 4).Select(i => _folder.Write($"{i}.log", $"{i}: 0"))];
        using var probe = new FollowerProbe(Few with { MaxOpen = 1 }, paths);
        probe.TakeUntil(paths.Length);
        Rotate(paths[0], compress: true);
        probe.TakeUntil(paths.Length + 2);
        Assert.Equal(["0: 0", "0: 1", "0: 2"], probe.Texts.Where(text => text.StartsWith('0')));
    }

    [Fact]
    public void Of_one_that_was_deleted_while_it_had_no_handle_the_loss_is_told()
    {
        string[] paths = [.. Enumerable.Range(0, 4).Select(i => _folder.Write($"{i}.log", $"{i}: 0"))];
        using var probe = new FollowerProbe(Few with { MaxOpen = 1, UsesNotifications = false }, paths);
        probe.TakeUntil(paths.Length);
        Rotate(paths[0], compress: false);
        probe.TakeUntil(paths.Length + 1);
        Assert.Equal("0: 2", probe.Texts.Last());
        Assert.Contains(probe.Warnings, warning => warning.Message.Contains(paths[0], StringComparison.Ordinal));
    }

    [Fact]
    public void One_that_was_deleted_while_it_had_no_handle_is_read_on_from_the_handle_that_was_opened_when_it_appeared()
    {
        using TailedPath file = Released(isPreopened: true);
        File.AppendAllText(file.Path, "two\n");
        File.Delete(file.Path);
        ReadAll(file);
        Assert.Equal(["one", "two"], _sink.Texts);
        Assert.Empty(_sink.Warnings);
    }

    [Fact]
    public void One_that_was_moved_away_while_it_had_no_handle_and_comes_back_is_read_on_from_where_it_was()
    {
        using var elsewhere = new TempFolder();
        using TailedPath file = Released(isPreopened: false);
        File.Move(file.Path, elsewhere.Combine("app.log"));
        ReadAll(file);
        File.Move(elsewhere.Combine("app.log"), file.Path);
        File.AppendAllText(file.Path, "two\n");
        ReadAll(file);
        Assert.Equal(["one", "two"], _sink.Texts);
    }

    [Fact]
    public void Nothing_comes_twice_of_one_that_was_given_up_before_the_handle_came_that_was_opened_when_it_appeared()
    {
        using var elsewhere = new TempFolder();
        using TailedPath file = Released(isPreopened: false);
        File.Move(file.Path, elsewhere.Combine("app.log"));
        ReadAll(file);
        File.Move(elsewhere.Combine("app.log"), file.Path);
        file.Preopen();
        File.Delete(file.Path);
        ReadAll(file);
        Assert.Equal(["one"], _sink.Texts);
    }

    public void Dispose()
    {
        _other?.Dispose();
        _folder.Dispose();
    }

    /// <summary>A followed file of one line that was read, and that has no handle any more; its notification may have opened another.</summary>
    private TailedPath Released(bool isPreopened)
    {
        var registry = new FileRegistry(new OpenHandles(1));
        var file = new TailedPath(_folder.Write("app.log", "one"), Few, _sink, registry, error => throw error);
        file.Start();
        ReadAll(file);
        if (isPreopened)
        {
            file.Preopen();
        }

        _other = new TailedPath(_folder.Write("other.log"), Few, _sink, registry, error => throw error);
        _other.Start();
        return file;
    }

    private static void ReadAll(TailedPath file)
    {
        byte[] block = new byte[TailedFile.BlockSize];
        while (file.Read(block) || file.Look())
        {
        }
    }

    /// <summary>Writes a line, and puts another file there with one more.</summary>
    private static void Rotate(string path, bool compress)
    {
        File.AppendAllText(path, "0: 1\n");
        byte[] all = File.ReadAllBytes(path);
        File.WriteAllText(path + ".new", "0: 2\n");
        if (compress)
        {
            using var gzip = new GZipStream(File.Create(path + ".1.gz"), CompressionLevel.Fastest);
            gzip.Write(all);
        }

        File.Move(path + ".new", path, overwrite: true);
    }

    private static void AssertOnce(FollowerProbe probe, int lines)
    {
        Assert.Empty(probe.Errors);
        Assert.Empty(probe.Warnings);
        Assert.Equal(
            Enumerable.Range(0, Files).SelectMany(file => Enumerable.Range(0, lines).Select(line => $"{file}: {line}")).Order(StringComparer.Ordinal),
            probe.Texts.Order(StringComparer.Ordinal));
        Assert.All(probe.Entries.GroupBy(entry => entry.Path), file => Assert.Equal(file.Select(entry => entry.Text).Order(StringComparer.Ordinal), file.Select(entry => entry.Text)));
    }
}
