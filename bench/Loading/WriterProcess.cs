using System.Diagnostics;
using System.Globalization;

namespace LogAnalysis.Bench.Loading;

/// <summary>A writer in a process of its own, so that what it costs is not taken for the cost of following.</summary>
internal sealed class WriterProcess : IDisposable
{
    /// <summary>The verb by which this program is started as one.</summary>
    public const string Verb = "write-load";

    private readonly Process _process;
    private readonly Task<string> _output;

    public WriterProcess(LoadPlan plan)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "bench.dll");
        _process = Process.Start(new ProcessStartInfo("dotnet", [program, Verb, .. plan.ToArguments()]) { RedirectStandardOutput = true })!;
        _output = _process.StandardOutput.ReadToEndAsync();
    }

    public bool IsRunning => !_process.HasExited;

    /// <summary>How many lines it has written, and its processor time in seconds, once it has ended.</summary>
    public (long Lines, double Processor) Result => _output.Result.Split(' ') is [string lines, string processor]
        ? (long.Parse(lines, CultureInfo.InvariantCulture), double.Parse(processor, CultureInfo.InvariantCulture))
        : throw new BenchException("The writer failed.");

    /// <summary>What the other process does.</summary>
    public static int Run(string[] arguments)
    {
        long lines = new LoadWriter(LoadPlan.Parse(arguments)).Run();
        using var self = Process.GetCurrentProcess();
        Console.Write($"{lines} {self.TotalProcessorTime.TotalSeconds:F2}");
        return 0;
    }

    public void Dispose()
    {
        if (IsRunning)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
