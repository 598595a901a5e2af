using LogAnalysis.Following;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Following;

public sealed class TailedPathTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly CollectingFollowSink _sink = new();

    [Theory]
    [InlineData("deleted")]
    [InlineData("renamed")]
    public void Files_that_came_and_went_between_two_looks_are_read_in_order_if_they_were_noticed(string how)
    {
        string path = _folder.Write("app.log", "one");
        using var elsewhere = new TempFolder();
        using var file = new TailedPath(path, new FollowOptions { FromStart = true }, _sink, new FileRegistry(new OpenHandles(100)), error => throw error);
        file.Start();
        foreach (string line in new[] { "two", "three", "four" })
        {
            if (how == "deleted")
            {
                File.Delete(path);
            }
            else
            {
                File.Move(path, Path.Combine(elsewhere.Path, line));
            }

            _folder.Write("app.log", line);
            file.Preopen();
        }

        ReadAll(file);
        Assert.Equal(["one", "two", "three", "four"], _sink.Texts);
    }

    [Fact]
    public void What_was_written_between_a_truncation_and_a_deletion_that_nobody_saw_is_read()
    {
        string path = _folder.Write("app.log", "one", "two");
        using var file = new TailedPath(path, new FollowOptions { FromStart = true }, _sink, new FileRegistry(new OpenHandles(100)), error => throw error);
        file.Start();
        ReadAll(file);
        using (var writer = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
        {
            writer.SetLength(0);
            writer.Write("three\n"u8);
            File.Delete(path);
        }

        _folder.Write("app.log", "four");
        ReadAll(file);
        Assert.Equal(["one", "two", "three", "four"], _sink.Texts);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(30_000)]
    public void What_is_in_no_copy_is_not_lost_if_it_was_read_ahead(int lines)
    {
        // More than a block, so that a slow pipeline is behind.
        string[] all = [.. Enumerable.Range(0, 10_000).Select(i => $"line {i}")];
        string path = _folder.Write("app.log", all);
        var registry = new FileRegistry(new OpenHandles(100));
        using var file = new TailedPath(path, new FollowOptions { FromStart = true }, _sink, registry, error => throw error);
        byte[] block = new byte[TailedFile.BlockSize];
        file.Start();
        Assert.True(file.Read(block));
        File.Copy(path, path + ".1");
        string[] between = [.. Enumerable.Range(0, lines).Select(i => $"written between copy and truncation: {i}")];
        File.AppendAllLines(path, between);
        file.FillAhead();
        Assert.False(registry.ReadAheadBudget.Has(ReadAheadBudget.Max));
        using (var writer = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
        {
            writer.SetLength(0);
        }

        File.AppendAllText(path, "after\n");
        file.FillAhead();
        ReadAll(file);
        Assert.Equal([.. all, .. between, "after"], _sink.Texts);
        Assert.True(registry.ReadAheadBudget.Has(ReadAheadBudget.Max));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_log_that_is_copied_and_emptied_again_and_again_while_the_pipeline_is_slow_is_read_ahead_each_time(bool leavesHoles)
    {
        string path = _folder.Write("app.log", [.. Enumerable.Range(0, 10_000).Select(i => $"line {i}")]);
        var registry = new FileRegistry(new OpenHandles(100));
        using var file = new TailedPath(path, new FollowOptions { FromStart = true }, _sink, registry, error => throw error);
        file.Start();
        Assert.True(file.Read(new byte[TailedFile.BlockSize]));

        // One without O_APPEND leaves a hole where the log was emptied.
        using var writer = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        writer.Position = writer.Length;
        List<string> written = [.. File.ReadAllLines(path)];
        for (int rotation = 0; rotation < 5; rotation++)
        {
            Write($"before copy {rotation}");
            for (int number = rotation; number > 0; number--)
            {
                File.Move($"{path}.{number}", $"{path}.{number + 1}");
            }

            File.Copy(path, path + ".1");
            Write($"in no copy {rotation}");
            using var rotator = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            rotator.SetLength(0);
        }

        Write("end");
        ReadAll(file);
        Assert.Equal(written, _sink.Texts);
        Assert.True(registry.ReadAheadBudget.Has(ReadAheadBudget.Max));

        void Write(string line)
        {
            writer.Position = leavesHoles ? writer.Position : writer.Length;
            writer.Write(System.Text.Encoding.UTF8.GetBytes(line + "\n"));
            written.Add(line);
            file.FillAhead();
        }
    }

    public void Dispose() => _folder.Dispose();

    private static void ReadAll(TailedPath file)
    {
        byte[] block = new byte[TailedFile.BlockSize];
        while (file.Look() || file.Read(block))
        {
        }
    }
}
