using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Commands;

/// <summary><c>Watch-LogFile -CheckpointPath</c>: what the next run knows of the last one, however that ended.</summary>
public sealed class WatchCheckpointTests(ModuleSession session) : IClassFixture<ModuleSession>, IDisposable
{
    private readonly TempFolder _folder = new();

    private string State => _folder.Combine("state.json");

    /// <summary>The test of every build is short; the long one is the same with another number.</summary>
    private static int KillRounds =>
        Environment.GetEnvironmentVariable("LOGANALYSIS_KILL_ROUNDS") is string rounds ? int.Parse(rounds, CultureInfo.InvariantCulture) : 3;

    [Fact]
    public void A_scheduled_script_counts_each_line_once()
    {
        string path = _folder.Write("app.log", "ERROR a", "INFO b");
        Assert.Equal([1L], Errors());
        Assert.Equal([0L], Errors());
        File.AppendAllText(path, "ERROR c\nERROR d\n");
        File.Move(path, path + ".1");
        _folder.Write("app.log", "ERROR e");
        Assert.Equal([3L], Errors());
        Assert.Equal([0L], Errors());
    }

    [Theory]
    [InlineData("Select-Object -First 2")]
    [InlineData("ForEach-Object { $_; if (++$n -eq 2) { break } }")]
    public void What_downstream_has_taken_does_not_come_again_when_it_wants_no_more(string downstream)
    {
        if (downstream.StartsWith("Select", StringComparison.Ordinal) && session.Invoke("Get-Command Select-Object -ErrorAction Ignore").Output.Count == 0)
        {
            // The embedded engine has no Select-Object; the Pester tests do this.
            return;
        }

        string path = _folder.Write("app.log", "1", "2", "3", "4", "5");
        string script = $"$n = 0; foreach ($once in 1) {{ Watch-LogFile $args[0] -NoFollow -CheckpointPath $args[1] | {downstream} }}";
        Assert.Equal(["1", "2"], Texts(session.Invoke(script, path, State)));
        Assert.Equal(["3", "4"], Texts(session.Invoke(script, path, State)));
        Assert.Equal(["5"], Texts(session.Invoke(script, path, State)));
    }

    [Fact]
    public void What_a_slow_pipeline_has_taken_is_saved_before_the_rest_of_the_lines_that_were_read_with_it()
    {
        string path = _folder.Write("app.log", "1", "2", "3", "4", "5");
        string script = """
            $state = $args[1]
            Watch-LogFile $args[0] -NoFollow -CheckpointPath $state | ForEach-Object {
                [Threading.Thread]::Sleep(300)
                if ($_.Text -eq '5') { [IO.File]::ReadAllText($state) }
            }
            """;
        string saved = session.Invoke(script, path, State).Output.Single().ToString();
        Assert.Matches("\"offset\": [2468],", saved);
    }

    [Fact]
    public void What_cannot_be_saved_while_a_batch_is_taken_is_told_behind_it()
    {
        string path = _folder.Write("app.log", "1", "2", "3", "4", "5");
        string script = """
            $log, $state = $args
            foreach ($once in 1) {
                Watch-LogFile $log -FromStart -CheckpointPath $state -IdleTimeout 20s -ErrorVariable told -ErrorAction SilentlyContinue | ForEach-Object {
                    if ($_.Text -eq '1') { [IO.File]::Delete($state); $null = [IO.Directory]::CreateDirectory($state) }
                    if ($_.Text -eq '6') { $told | ForEach-Object FullyQualifiedErrorId; break }
                    [Threading.Thread]::Sleep(300)
                    if ($_.Text -eq '5') { [IO.File]::AppendAllText($log, "6`n") }
                }
            }
            """;
        Assert.Contains("CheckpointUnusable", session.Invoke(script, path, State).Output.Select(told => told.ToString().Split(',')[0]));
    }

    [Fact]
    public void A_second_watcher_gets_a_clear_error()
    {
        string path = _folder.Write("app.log", "1");
        using RunningPipeline first = session.Start("Watch-LogFile $args[0] -FromStart -CheckpointPath $args[1]", path, State);
        Assert.True(first.WaitFor(output => output.Count == 1));
        using var other = new ModuleSession();
        ErrorRecord refused = other.Invoke("Watch-LogFile $args[0] -NoFollow -CheckpointPath $args[1]", path, State).Errors.Single();
        Assert.StartsWith("CheckpointInUse,", refused.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal((ErrorCategory.ResourceBusy, State), (refused.CategoryInfo.Category, refused.TargetObject));
    }

    [Fact]
    public void A_file_that_is_no_checkpoint_is_reported_and_set_aside()
    {
        string path = _folder.Write("app.log", "1");
        File.WriteAllText(State, "oops");
        ModuleSession.Result result = session.Invoke("Watch-LogFile $args[0] -NoFollow -CheckpointPath $args[1]", path, State);
        Assert.Equal(["1"], Texts(result));
        Assert.StartsWith("CheckpointCorrupt,", result.Errors.Single().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("oops", File.ReadAllText(Directory.GetFiles(_folder.Path, "state.json.corrupt-*").Single()));
    }

    [Fact]
    public void Entries_are_joined_with_multiline()
    {
        string path = _folder.Write("app.log", "2025-01-24 07:00:30 ERROR a", "\tat x", "2025-01-24 07:00:31 INFO b");
        ModuleSession.Result result = session.Invoke("Watch-LogFile $args[0] -NoFollow -Multiline", path);
        Assert.Equal(["2025-01-24 07:00:30 ERROR a\n\tat x", "2025-01-24 07:00:31 INFO b"], Texts(result));
    }

    [Fact]
    public void Files_that_match_a_wildcard_later_are_followed_and_a_folder_may_come_later_too()
    {
        string pattern = _folder.Combine("later/*.log");
        using RunningPipeline watch = session.Start("Watch-LogFile $args -Tail 1 -ErrorAction Ignore", _folder.Write("app.log", "ready"), pattern);
        Assert.True(watch.WaitFor(output => output.Count == 1));
        string path = _folder.Write("later/a.log", "first", "second");
        Assert.True(watch.WaitFor(output => output.Count == 3));
        Assert.Equal(["ready", "first", "second"], watch.Output.Select(Text));
        Assert.Equal(path, ((LogEntry)watch.Output[1].BaseObject).Path);
    }

    [Fact]
    public async Task Nothing_is_lost_when_a_watcher_is_killed_again_and_again_during_rotations()
    {
        string path = _folder.Write("app.log");
        string taken = _folder.Combine("taken.txt");
        using var writing = new CancellationTokenSource();
        int written = 0;
        Task writer = Task.Run(() =>
        {
            for (; !writing.IsCancellationRequested; written++)
            {
                if (written % 500 == 499 && Length(taken) > 0)
                {
                    // What was rotated away before there was a watcher is nobody's promise.
                    File.Move(path, $"{path}.{(written / 500) + 1}");
                }

                File.AppendAllText(path, $"line {written}\n");
                if (written % 10 == 0)
                {
                    // Faster than any watcher that has just been started, and slower than one that has caught up.
                    Thread.Sleep(4);
                }
            }
        });

        var random = new Random(1);
        for (int round = 0; round < KillRounds; round++)
        {
            int before = Length(taken);
            using Process watcher = StartWatcher(path, taken);
            Assert.True(SpinWait.SpinUntil(() => Length(taken) > before || watcher.HasExited, TimeSpan.FromSeconds(60)));
            Thread.Sleep(random.Next(1000));
            watcher.Kill();
            await watcher.WaitForExitAsync();
        }

        await writing.CancelAsync();
        await writer;
        using (Process last = StartWatcher(path, taken, "-NoFollow"))
        {
            await last.WaitForExitAsync();
        }

        HashSet<string> lines = [.. File.ReadAllText(taken).Split('\n')];
        Assert.All(Enumerable.Range(0, written), i => Assert.Contains($"line {i}", lines));
    }

    public void Dispose() => _folder.Dispose();

    private static int Length(string path) => File.Exists(path) ? (int)new FileInfo(path).Length : 0;

    private static string Text(PSObject item) => ((LogEntry)item.BaseObject).Text;

    private static IEnumerable<string> Texts(ModuleSession.Result result) => result.Output.Select(Text);

    /// <summary>A process of its own, whose pipeline takes a line by appending it to a file.</summary>
    private Process StartWatcher(string path, string taken, string more = "-FromStart") => Process.Start(
        new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                Path.Combine(AppContext.BaseDirectory, "LogAnalysis.Shell.dll"),
                $"Watch-LogFile '{path}' {more} -CheckpointPath '{State}' | ForEach-Object {{ [IO.File]::AppendAllText('{taken}', $_.Text + \"`n\") }}",
            },
        })!;

    private long[] Errors() => [.. session
        .Invoke("Watch-LogFile $args[0] -NoFollow -CheckpointPath $args[1] | Measure-LogErrors", _folder.Combine("*.log"), State)
        .Of<LogErrorSummary>().Select(summary => summary.Errors)];
}
