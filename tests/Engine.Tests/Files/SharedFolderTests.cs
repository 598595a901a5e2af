using System.Diagnostics;
using System.Runtime.Versioning;
using LogAnalysis.Files;
using LogAnalysis.Following;
using LogAnalysis.Reporting;
using Xunit;

namespace LogAnalysis.Tests.Files;

/// <summary>Files that are written to folders in which others can write, too.</summary>
public sealed class SharedFolderTests : IDisposable
{
    private const UnixFileMode Planted = (UnixFileMode)0b110_110_110;

    private readonly TempFolder _folder = new();

    private string State => _folder.Combine("state.json");

    [LinuxFact]
    [UnsupportedOSPlatform("windows")]
    public void Nobody_else_can_open_a_lock_or_a_checkpoint()
    {
        _folder.WriteText("state.json.lock", string.Empty);
        File.SetUnixFileMode(State + ".lock", Planted);
        using CheckpointFile file = CheckpointFile.Open(State, NeverAside);
        file.Save(new Checkpoint(DateTime.UtcNow, []));
        Assert.All([State, State + ".lock"], name => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(name)));
    }

    [LinuxFact]
    public void A_lock_that_has_another_name_is_replaced_and_the_other_is_left_as_it_is()
    {
        string other = _folder.WriteText("passwd", "of somebody else");
        Run("ln", other, State + ".lock");
        using (CheckpointFile file = CheckpointFile.Open(State, NeverAside))
        {
            file.Save(new Checkpoint(DateTime.UtcNow, []));
            Assert.True(file.TryNote(new CheckpointNote(DateTime.UtcNow, [])));
        }

        Assert.Equal("of somebody else", File.ReadAllText(other));
    }

    [RootFact]
    public void A_lock_of_another_user_is_replaced_and_one_that_is_held_is_said_to_be_that()
    {
        _folder.WriteText("state.json.lock", "planted");
        Run("chown", "4242", State + ".lock");
        CheckpointFile.Open(State, NeverAside).Dispose();
        Assert.True(OutputFile.IsOwn(State + ".lock"));

        Run("chown", "4242", State + ".lock");
        using FileStream held = new(State + ".lock", FileMode.Open, FileAccess.Read, FileShare.None);
        CheckpointException refused = Assert.Throws<CheckpointException>(() => CheckpointFile.Open(State, NeverAside));
        Assert.Equal(CheckpointErrorKind.InUseByOther, refused.Kind);
        Assert.Contains("another user, with the id 4242", refused.Message, StringComparison.Ordinal);
    }

    [LinuxFact]
    public void A_link_that_comes_and_goes_in_the_place_of_a_lock_leads_nowhere()
    {
        // A check before opening would be passed now and then, and the file opened behind it another one.
        string target = _folder.Combine("made-by-root");
        using var stop = new CancellationTokenSource();
        Task toggling = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                File.CreateSymbolicLink(State + ".lock", target);
                File.Delete(State + ".lock");
            }
        });
        for (int i = 0; i < 2000; i++)
        {
            try
            {
                OutputFile.OpenAlone(State + ".lock").Dispose();
                File.Delete(State + ".lock");
            }
            catch (IOException)
            {
                // The link was there.
            }
        }

        stop.Cancel();
        toggling.ContinueWith(_ => { }, TaskScheduler.Default).Wait();
        Assert.False(File.Exists(target));
    }

    [Fact]
    public void A_checkpoint_that_was_made_to_fill_memory_is_set_aside()
    {
        _folder.WriteText("state.json", $"{{\"version\":1,\"seen\":\"2025-01-24T07:00:30Z\",\"files\":[{string.Join(',', Enumerable.Repeat("null", 500_001))}]}}");
        string? reason = null;
        CheckpointFile.Open(State, (why, _) => reason = why).Dispose();
        Assert.StartsWith("It holds more than can be", reason, StringComparison.Ordinal);
    }

    [RootFact]
    [UnsupportedOSPlatform("windows")]
    public void A_report_that_replaces_the_file_of_another_user_does_not_have_its_permissions()
    {
        string path = _folder.WriteText("report.md", "planted");
        File.SetUnixFileMode(path, Planted);
        Run("chown", "4242", path);
        ReportFile.Write(path, replace: true, stream => stream.Write("new"u8));
        Assert.Equal(("new", File.GetUnixFileMode(_folder.WriteText("any other", "new"))), (File.ReadAllText(path), File.GetUnixFileMode(path)));
        Assert.True(OutputFile.IsOwn(path));
    }

    [LinuxFact]
    [UnsupportedOSPlatform("windows")]
    public void A_report_does_not_have_the_permissions_of_an_own_file_that_was_linked_to_its_place()
    {
        string other = _folder.WriteText("for everybody", "other");
        File.SetUnixFileMode(other, Planted);
        string hard = _folder.Combine("hard.md");
        Run("ln", other, hard);
        ReportFile.Write(hard, replace: true, stream => stream.Write("new"u8));
        Assert.Equal(("other", Planted), (File.ReadAllText(other), File.GetUnixFileMode(other)));
        Assert.Equal(File.GetUnixFileMode(_folder.WriteText("any other", "new")), File.GetUnixFileMode(hard));

        // One that comes and goes leads to a file of our own, too; a link itself is none.
        string symbolic = _folder.Combine("symbolic.md");
        File.CreateSymbolicLink(symbolic, other);
        Assert.Null(OutputFile.ModeOfOwn(symbolic));
    }

    public void Dispose() => _folder.Dispose();

    private static void NeverAside(string reason, string aside) => throw new InvalidOperationException(reason);

    private static void Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(program, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
