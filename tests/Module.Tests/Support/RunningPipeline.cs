using System.Diagnostics;
using System.Management.Automation;

namespace LogAnalysis.Tests.Support;

/// <summary>A script that is still running, with what it has written so far.</summary>
internal sealed class RunningPipeline : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private readonly PowerShell _shell;
    private readonly PSDataCollection<PSObject> _output = [];
    private readonly IAsyncResult _running;

    public RunningPipeline(PowerShell shell)
    {
        _shell = shell;
        _running = shell.BeginInvoke<PSObject, PSObject>(null, _output);
    }

    /// <summary>What it has written so far. Item by item: the collection grows meanwhile, and only an item at a time is safe.</summary>
    public IReadOnlyList<PSObject> Output => [.. Enumerable.Range(0, _output.Count).Select(i => _output[i])];

    /// <summary>What went wrong so far.</summary>
    public IReadOnlyList<ErrorRecord> Errors => [.. Enumerable.Range(0, _shell.Streams.Error.Count).Select(i => _shell.Streams.Error[i])];

    /// <summary>Waits until a condition holds, which it is told by the output so far; false when the deadline has come first.</summary>
    public bool WaitFor(Func<IReadOnlyList<PSObject>, bool> condition, Action? meanwhile = null)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Deadline; Thread.Sleep(5))
        {
            if (condition(Output))
            {
                return true;
            }

            meanwhile?.Invoke();
        }

        return false;
    }

    /// <summary>Waits until the script ends by itself.</summary>
    public bool WaitForEnd() => _running.AsyncWaitHandle.WaitOne(Deadline);

    /// <summary>Stops it, as Ctrl+C does.</summary>
    /// <returns>How long that took.</returns>
    public TimeSpan Stop()
    {
        var clock = Stopwatch.StartNew();
        _shell.Stop();
        return clock.Elapsed;
    }

    public void Dispose()
    {
        _shell.Stop();
        _shell.Dispose();
    }
}
