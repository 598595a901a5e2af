using System.Diagnostics;
using Xunit;

namespace LogAnalysis.Tests.Shell;

/// <summary>The embedded shell as a process of its own, with real pipes and a real interrupt.</summary>
public sealed class ShellProcessTests : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private readonly TempFolder _folder = new();

    [Fact]
    public void It_runs_a_pipeline_and_ends_with_its_code()
    {
        using Process shell = Start("Measure-LogErrors missing.log; exit 3");
        Assert.Contains("missing.log", shell.StandardError.ReadToEnd(), StringComparison.Ordinal);
        Assert.True(shell.WaitForExit(Deadline));
        Assert.Equal(3, shell.ExitCode);
    }

    [Fact]
    public void Without_arguments_it_runs_what_it_is_piped()
    {
        using Process shell = Start();
        shell.StandardInput.Write("$x = 2\n$x + 1\n");
        shell.StandardInput.Close();
        Assert.Equal("3", shell.StandardOutput.ReadToEnd().Trim());
    }

    [Fact]
    public void It_asks_nobody_when_input_is_no_terminal()
    {
        using Process shell = Start("Measure-LogErrors");
        shell.StandardInput.Close();
        Assert.Contains("Path", shell.StandardError.ReadToEnd(), StringComparison.Ordinal);
        Assert.True(shell.WaitForExit(Deadline));
        Assert.Equal(1, shell.ExitCode);
    }

    [Fact]
    public void An_interrupt_stops_a_following_pipeline()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string path = _folder.Write("a.log", "one");
        using Process shell = Start($"Watch-LogFile '{path}' -FromStart | ForEach-Object Text");
        Assert.Equal("one", shell.StandardOutput.ReadLine());
        using Process kill = Process.Start("kill", ["-INT", shell.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        Assert.True(shell.WaitForExit(Deadline));
        Assert.Equal(130, shell.ExitCode);
    }

    public void Dispose() => _folder.Dispose();

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "LogAnalysis.Shell.dll"));
        Array.ForEach(arguments, start.ArgumentList.Add);
        return Process.Start(start)!;
    }
}
