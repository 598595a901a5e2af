using System.IO.Compression;
using LogAnalysis.Following;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Following;

/// <summary>Scripts that run again and again with a wildcard and a checkpoint, while logs are rotated and files come and go.</summary>
public sealed class RunAfterRunTests : IDisposable
{
    private const int Runs = 6;
    private const int LinesEach = 5;

    private readonly TempFolder _folder = new();
    private readonly List<string> _written = [];
    private readonly List<string> _read = [];

    private string Log => _folder.Combine("app.log");

    [Theory]
    [InlineData(1, false, "app.log*")]
    [InlineData(2, false, "app.log*")]
    [InlineData(3, false, "app.log*")]
    [InlineData(1, true, "app.log*")]
    [InlineData(2, true, "app.log*")]
    [InlineData(2, false, "*")]
    public void Rotation_without_a_new_file_gives_each_line_once_in_order(int rotationsEach, bool compresses, string pattern)
    {
        Directory.CreateDirectory(_folder.Combine("logs"));
        for (int run = 0; run < Runs; run++)
        {
            for (int rotation = 0; rotation < rotationsEach; rotation++)
            {
                Write("logs/app.log");
                Rotate("logs/app.log", compresses);
            }

            // Sometimes the log is there, sometimes only what was rotated.
            if (run % 2 == 0)
            {
                Write("logs/app.log");
            }

            Run("logs", pattern);
        }

        Assert.Equal(_written, _read);
    }

    [Theory]
    [InlineData(1, "app.log", false)]
    [InlineData(3, "app.log", false)]
    [InlineData(1, "app.log*", false)]
    [InlineData(3, "app.log*", false)]
    [InlineData(1, "app.log", true)]
    [InlineData(3, "app.log", true)]
    public void Copies_of_a_log_that_is_emptied_give_each_line_once_in_order(int rotationsEach, string pattern, bool isEmpty)
    {
        Directory.CreateDirectory(_folder.Combine("logs"));
        Write("logs/app.log");
        Run("logs", pattern);
        for (int run = 0; run < Runs; run++)
        {
            for (int rotation = 0; rotation < rotationsEach; rotation++)
            {
                Write("logs/app.log");
                Shift(_folder.Combine("logs/app.log"), string.Empty);
                File.Copy(_folder.Combine("logs/app.log"), _folder.Combine("logs/app.log.1"));
                Empty(_folder.Combine("logs/app.log"));
            }

            if (!isEmpty)
            {
                Write("logs/app.log");
            }

            Run("logs", pattern);
        }

        Assert.Equal(_written, _read);
    }

    [Fact]
    public void Hundreds_of_files_that_come_and_go_and_come_back_are_read_once()
    {
        const int Count = 250;
        Directory.CreateDirectory(_folder.Combine("in"));
        Directory.CreateDirectory(_folder.Combine("away"));
        for (int run = 0; run < Runs; run++)
        {
            for (int i = 0; i < Count && run < 3; i++)
            {
                Write($"in/job-{run}{i:D4}x.log");
            }

            Run("in", "*.log");

            // All go, and come back three runs later.
            string[] away = Directory.GetFiles(_folder.Combine("away"));
            string[] present = Directory.GetFiles(_folder.Combine("in"));
            Array.ForEach(present, file => File.Move(file, file.Replace("in", "away", StringComparison.Ordinal)));
            if (run >= 2)
            {
                Array.ForEach(away, file => File.Move(file, file.Replace("away", "in", StringComparison.Ordinal)));
            }
        }

        Assert.Equal(_written.Order(), _read.Order());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_lines_of_daily_files_come_in_order(bool resumes)
    {
        Directory.CreateDirectory(_folder.Combine("logs"));
        string[] days = ["app-2025-01-24.log", "app-2025-01-25.log", "app-2025-01-26.log"];
        foreach (string day in days)
        {
            if (resumes)
            {
                Write($"logs/{day}");
                Run("logs", "*.log");
            }

            // More than a block, so that files take turns.
            Write($"logs/{day}", 5_000);
            File.SetLastWriteTimeUtc(_folder.Combine($"logs/{day}"), new DateTime(2025, 1, 24, 12, 0, 0, DateTimeKind.Utc).AddDays(Array.IndexOf(days, day)));
        }

        Run("logs", "*.log");
        Assert.Equal(_written, _read);
    }

    /// <inheritdoc/>
    [Theory]
    [InlineData("app.log.0", "app.log.2", "app.log.1")]
    [InlineData("app.log.0", "app.log.2.gz", "app.log.1")]
    [InlineData("current", "@400000006793b2c80a4f5b1c.s", "@400000006793b2d10a4f5b1c.s")]
    [InlineData("current", "@400000006793b2c80a4f5b1c.s.gz", "@400000006793b2d10a4f5b1c.u")]
    public void Generations_between_two_runs_are_found_by_the_names_that_their_writers_give(string log, string older, string newer)
    {
        Directory.CreateDirectory(_folder.Combine("logs"));
        Write($"logs/{log}");
        Run("logs", log);
        Write($"logs/{log}");
        Move($"logs/{log}", $"logs/{older}");
        Write($"logs/{log}");
        Move($"logs/{log}", $"logs/{newer}");
        Write($"logs/{log}");
        Run("logs", log);
        Assert.Equal(_written, _read);
    }

    [Theory]
    [InlineData("app.log.2", "app.log.1", "app.log")]
    [InlineData("app.log", "app_001.log", "app_002.log")]
    public void Files_that_were_written_at_the_same_time_come_in_the_order_of_their_names(params string[] files)
    {
        Directory.CreateDirectory(_folder.Combine("logs"));
        DateTime time = DateTime.UtcNow;
        foreach (string file in files)
        {
            Write($"logs/{file}");
            File.SetLastWriteTimeUtc(_folder.Combine($"logs/{file}"), time);
        }

        Run("logs", "app*");
        Assert.Equal(_written, _read);
    }

    [Theory]
    [InlineData("old/app.log.1")]
    [InlineData("archive/app.log-20250124.gz")]
    public void The_rest_of_a_log_that_is_rotated_into_a_folder_beside_it_is_read(string rotated)
    {
        Directory.CreateDirectory(_folder.Combine("logs"));
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.Combine($"logs/{rotated}"))!);
        Write("logs/app.log");
        Run("logs", "app.log");
        Write("logs/app.log");
        Move("logs/app.log", $"logs/{rotated}");
        Write("logs/app.log");
        Run("logs", "app.log");
        Assert.Equal(_written, _read);
    }

    public void Dispose() => _folder.Dispose();

    private void Write(string name, int lines = LinesEach)
    {
        string[] added = [.. Enumerable.Range(_written.Count, lines).Select(i => $"line {i} of a log that is rotated")];
        File.AppendAllLines(_folder.Combine(name), added);
        _written.AddRange(added);
    }

    private void Rotate(string name, bool compresses)
    {
        string extension = compresses ? ".gz" : string.Empty;
        Shift(_folder.Combine(name), extension);
        Move(name, $"{name}.1{extension}");
    }

    private void Move(string from, string to)
    {
        if (!to.EndsWith(".gz", StringComparison.Ordinal))
        {
            File.Move(_folder.Combine(from), _folder.Combine(to));
            return;
        }

        using (var stream = new GZipStream(File.Create(_folder.Combine(to)), CompressionLevel.Fastest))
        {
            stream.Write(File.ReadAllBytes(_folder.Combine(from)));
        }

        File.Delete(_folder.Combine(from));
    }

    private static void Empty(string log)
    {
        using FileStream file = new(log, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        file.SetLength(0);
    }

    private static void Shift(string log, string extension)
    {
        for (int generation = 30; generation > 0; generation--)
        {
            string rotated = $"{log}.{generation}{extension}";
            if (File.Exists(rotated))
            {
                File.Move(rotated, $"{log}.{generation + 1}{extension}");
            }
        }
    }

    private void Run(string folder, string pattern)
    {
        string[] Files() => [.. Directory.GetFiles(_folder.Combine(folder), pattern).Order(StringComparer.Ordinal)];
        var options = new FollowOptions { FromStart = true, Follow = false, Discover = Files };
        var probe = FollowerProbe.WithCheckpoint(_folder.Combine("state.json"), options, Files());
        probe.TakeAll();
        probe.EndInOrder();
        _read.AddRange(probe.Texts);
        Assert.Empty(probe.Errors);
    }
}
