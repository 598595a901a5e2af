using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace LogAnalysis.Bench.Verbs;

/// <summary>Measures the hot loops of the engine one by one, with what they allocate.</summary>
internal static class MicroVerb
{
    /// <summary>Runs the verb.</summary>
    /// <param name="arguments">Those of BenchmarkDotNet; without <c>--filter</c>, <c>-f</c> or <c>--list</c> all benchmarks run.</param>
    /// <returns>The exit code: 1 where a benchmark cannot be run.</returns>
    public static int Run(string[] arguments)
    {
        bool isChosen = arguments.Any(argument => argument.Split('=')[0] is "--filter" or "-f" or "--list");

        // Few iterations within this process take a few minutes for all benchmarks; a job in the arguments takes the place of this one.
        Job quick = Job.ShortRun.WithToolchain(InProcessEmitToolchain.DontLogOutput).AsDefault();
        Summary[] summaries = [.. BenchmarkSwitcher.FromAssembly(typeof(MicroVerb).Assembly)
            .Run(isChosen ? arguments : [.. arguments, "--filter", "*"], DefaultConfig.Instance.AddJob(quick))];
        return summaries.Any(summary => summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success)) ? 1 : 0;
    }
}
