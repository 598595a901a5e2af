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

    /// <summary>Starts it.</summary>
    public WriterProcess(LoadPlan plan)
    {
        string[] numbers = [.. ((int[])[plan.Files, plan.Rate, plan.Seconds, plan.RotateEvery, plan.Copies ? 1 : 0]).Select(number => number.ToString(CultureInfo.InvariantCulture))];
        string program = Path.Combine(AppContext.BaseDirectory, "bench.dll");
        _process = Process.Start(new ProcessStartInfo("dotnet", [program, Verb, plan.Folder, .. numbers]) { RedirectStandardOutput = true })!;
        _output = _process.StandardOutput.ReadToEndAsync();
    }

    /// <summary>Whether it still writes.</summary>
    public bool IsRunning => !_process.HasExited;

    /// <summary>How many lines it has written, and how much processor time that took, in seconds; once it has ended.</summary>
    /// <exception cref="BenchException">It failed.</exception>
    public (long Lines, double Processor) Result
    {
        get
        {
            string[] parts = _output.Result.Split(' ');
            return parts.Length == 2
                ? (long.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture))
                : throw new BenchException("The writer failed.");
        }
    }

    /// <summary>What the other process does.</summary>
    public static int Run(string[] arguments)
    {
        int[] numbers = [.. arguments[1..].Select(argument => int.Parse(argument, CultureInfo.InvariantCulture))];
        long lines = new LoadWriter(new LoadPlan(arguments[0], numbers[0], numbers[1], numbers[2], numbers[3], numbers[4] == 1)).Run();
        using var self = Process.GetCurrentProcess();
        Console.Write(string.Create(CultureInfo.InvariantCulture, $"{lines} {self.TotalProcessorTime.TotalSeconds:F2}"));
        return 0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (IsRunning)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
