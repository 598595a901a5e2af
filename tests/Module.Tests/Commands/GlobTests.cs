using System.Management.Automation;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Commands;

/// <summary>A glob looks through the folder where it begins, and through no other.</summary>
public sealed class GlobTests : IClassFixture<ModuleSession>, IDisposable
{
    private readonly ModuleSession _session;
    private readonly TempFolder _folder = new();
    private readonly TempFolder _elsewhere = new();

    public GlobTests(ModuleSession session)
    {
        _session = session;
        _folder.Write("a.log", "ERROR a");
        _folder.Write("sub/b.log", "ERROR b");
        _session.Invoke("Set-Location $args[0]", _folder.Path);
    }

    [Fact]
    public void Links_to_folders_are_not_entered_whether_they_lead_in_circles_or_elsewhere()
    {
        _elsewhere.Write("secret.log", "ERROR secret");
        foreach (string name in new[] { "one", "two", "sub/three", "sub/four" })
        {
            // A few of these are as many folders as there are atoms.
            Directory.CreateSymbolicLink(_folder.Combine(name), _folder.Path);
        }

        Directory.CreateSymbolicLink(_folder.Combine("sub/elsewhere"), _elsewhere.Path);
        Assert.Equal(["a", "b"], Messages("Get-LogEntry **/*.log"));
        Assert.Equal(["a", "b"], Messages("Watch-LogFile **/*.log -FromStart -Timeout 0.3"));
    }

    [Fact]
    public void A_link_to_a_file_is_a_log_by_another_name()
    {
        File.CreateSymbolicLink(_folder.Combine("sub/link.log"), _elsewhere.Write("c.log", "ERROR c"));
        Assert.Equal(["a", "b", "c"], Messages("Get-LogEntry **/*.log").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_folder_that_is_named_may_be_a_link()
    {
        _elsewhere.Write("deep/c.log", "ERROR c");
        Directory.CreateSymbolicLink(_folder.Combine("named"), _elsewhere.Path);
        Assert.Equal(["c"], Messages("Get-LogEntry named/**/*.log"));
    }

    [Fact]
    public void Hidden_folders_are_looked_through()
    {
        _folder.Write(".hidden/.c.log", "ERROR c");
        Assert.Equal(["c", "a", "b"], Messages("Get-LogEntry **/*.log"));
    }

    [Fact]
    public void A_folder_that_cannot_be_looked_into_is_named_and_the_others_are()
    {
        // Nothing is forbidden to root, nor by a mode on Windows.
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            return;
        }

        string locked = Path.GetDirectoryName(_folder.Write("locked/c.log", "ERROR c"))!;
        File.SetUnixFileMode(locked, UnixFileMode.None);
        try
        {
            ModuleSession.Result result = _session.Invoke("Get-LogEntry **/*.log");
            Assert.Equal(2, result.Output.Count);
            ErrorRecord error = result.Errors.Single();
            Assert.StartsWith("FolderUnreachable,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Equal((ErrorCategory.PermissionDenied, locked), (error.CategoryInfo.Category, error.TargetObject));

            // What appears later is found beside it.
            using RunningPipeline watch = _session.Start("Watch-LogFile */*.log");
            Assert.True(watch.WaitFor(output => output.Count > 0, () => _folder.Write($"sub/{Guid.NewGuid()}.log", "ERROR new")));
        }
        finally
        {
            File.SetUnixFileMode(locked, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public void Dispose()
    {
        _folder.Dispose();
        _elsewhere.Dispose();
    }

    private IEnumerable<string> Messages(string script) => _session.Invoke(script).Of<LogEntry>().Select(entry => entry.Message);
}
