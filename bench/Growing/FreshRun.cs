using LogAnalysis.Bench.Sessions;

namespace LogAnalysis.Bench.Growing;

/// <summary>A command in a process of its own.</summary>
/// <param name="Seconds">How long the command took after it had run for a while.</param>
/// <param name="PeakMemory">How much memory the process held at the most when it ran the command first, above what it held before, in bytes.</param>
internal sealed record FreshRun(double Seconds, long PeakMemory)
{
    /// <summary>Runs a command several times, each time in a new process.</summary>
    /// <param name="host">What runs it.</param>
    /// <param name="command">The command.</param>
    /// <param name="warmUp">Runs between the first time, of which the memory counts, and the second, of which the time does.</param>
    /// <param name="times">How many processes.</param>
    /// <returns>The median of the times, and the highest peak.</returns>
    public static FreshRun Measure(PowerShellHost host, string command, string warmUp, int times)
    {
        FreshRun[] runs = [.. Enumerable.Range(0, times).Select(_ => Measure(host, command, warmUp))];
        return new FreshRun(Statistics.Median(runs.Select(run => run.Seconds)), runs.Max(run => run.PeakMemory));
    }

    private static FreshRun Measure(PowerShellHost host, string command, string warmUp)
    {
        using var session = new PowerShellSession(host);
        long idle = ProcessMemory.Begin(session.ProcessId);
        session.Run(command, "$null");
        long peak = ProcessMemory.Peak(session.ProcessId);
        session.Run(warmUp, "$null");
        (double seconds, _) = session.Run(command, "$null");
        return new FreshRun(seconds, peak - idle);
    }
}
