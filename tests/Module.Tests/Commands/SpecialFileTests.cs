using System.Management.Automation;
using System.Net.Sockets;
using System.Runtime.Versioning;
using LogAnalysis.Files;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Commands;

/// <summary>Devices, pipes and sockets are refused at once, by whatever name a command comes to them; the rest is read.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class SpecialFileTests : IClassFixture<ModuleSession>, IDisposable
{
    private static readonly string[] Commands =
    [
        "Get-LogEntry {0}", "Get-LogEntry {0} -Tail 5", "Get-LogEntry {0} -Merge", "Watch-LogFile {0} -NoFollow", "Watch-LogFile {0} -NoFollow -Tail 5",
        "Measure-LogErrors {0}", "Measure-LogErrors {0} -By Level", "Get-LogStatusCode {0}", "Get-LogReport {0}",
    ];

    private readonly ModuleSession _session;
    private readonly TempFolder _folder = new();

    public SpecialFileTests(ModuleSession session)
    {
        _session = session;
        _folder.Write("good.log", "1.2.3.4 - - [17/May/2025:10:05:03 +0000] \"GET / HTTP/1.1\" 500 1");
        _session.Invoke("Set-Location $args[0]", _folder.Path);
    }

    [UnixFact]
    public void What_is_no_file_is_named_and_the_good_one_read()
    {
        string pipe = SpecialFiles.MakePipe(_folder.Combine("pipe.log"));
        using Socket socket = SpecialFiles.MakeSocket(_folder.Combine("s.log"));
        string toPipe = _folder.Combine("topipe.log");
        File.CreateSymbolicLink(toPipe, pipe);
        string endless = _folder.Combine("endless.log");
        File.CreateSymbolicLink(endless, "/dev/zero");
        foreach (string command in Commands)
        {
            ModuleSession.Result result = Run(string.Format(null, command, "*.log"));
            Assert.Equal(
                new[] { pipe, _folder.Combine("s.log"), toPipe, endless }.Order(StringComparer.Ordinal),
                result.Errors.Select(error => error.TargetObject.ToString()!).Order(StringComparer.Ordinal));
            Assert.All(result.Errors, AssertNotRegular);
            Assert.NotEmpty(result.Output);
        }
    }

    [UnixFact]
    public void A_device_is_refused_by_its_own_name()
    {
        foreach (string device in new[] { "/dev/zero", "/dev/random", "/dev/null", "/dev/full" })
        {
            foreach (string command in Commands)
            {
                AssertNotRegular(Run(string.Format(null, command, device)).Errors.Single());
            }
        }
    }

    [UnixFact]
    public void A_log_that_a_pipe_replaces_while_it_is_followed_is_reported_and_followed_again_when_it_is_back()
    {
        string path = _folder.Write("app.log", "one");
        using RunningPipeline watch = _session.Start("Watch-LogFile $args[0] -FromStart", path);
        Assert.True(watch.WaitFor(output => output.Count == 1));
        File.Delete(path);
        SpecialFiles.MakePipe(path);
        string next = _folder.Write("next", "two");
        Assert.True(watch.WaitFor(_ => watch.Errors.Count > 0));
        File.Move(next, path, overwrite: true);
        Assert.True(watch.WaitFor(output => output.Count == 2));
        Assert.InRange(watch.Stop(), TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.All(watch.Errors, AssertNotRegular);
    }

    [UnixFact]
    public void A_file_without_a_size_is_read_and_not_without_end()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        Assert.NotEmpty(Run("Get-LogEntry /proc/version").Of<LogEntry>());
        Assert.Equal(1, Run("Measure-LogErrors /proc/version").Of<LogErrorSummary>().Single().Lines);
        AssertRead("/proc/kallsyms");
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Such a file is read to its end where that is near, and so far otherwise.</summary>
    private void AssertRead(string path)
    {
        long size = CountBytes(path);
        foreach (string command in new[] { "Measure-LogErrors {0}", "Get-LogEntry {0} | Measure-LogErrors" })
        {
            ModuleSession.Result result = Run(string.Format(null, command, path));
            bool isLong = size >= LogFileText.MaxUnsized;
            Assert.Equal(isLong ? ["UnsizedFile"] : [], result.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
            Assert.Equal(size > 0, ((LogErrorSummary)result.Output.Single().BaseObject).Lines > 0);
        }
    }

    private static long CountBytes(string path)
    {
        if (!File.Exists(path))
        {
            return 0;
        }

        using FileStream file = File.OpenRead(path);
        byte[] block = new byte[1 << 16];
        long size = 0;
        int read;
        while ((read = file.Read(block)) > 0)
        {
            size += read;
        }

        return size;
    }

    private static void AssertNotRegular(ErrorRecord error)
    {
        Assert.StartsWith("NotRegularFile,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
        Assert.Contains("Name a file.", error.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Runs a script that would otherwise hang without end for as long as a test may wait.</summary>
    private ModuleSession.Result Run(string script)
    {
        Task<ModuleSession.Result> run = Task.Run(() => _session.Invoke(script));
        Assert.True(run.Wait(TimeSpan.FromSeconds(30)), $"'{script}' hangs.");
        return run.Result;
    }
}
