using System.Diagnostics;
using LogAnalysis.Bench.Loading;
using LogAnalysis.Tests.Fuzzing;

namespace LogAnalysis.Bench.Fuzzing;

/// <summary>Tries one target for some time, on all cores.</summary>
internal sealed class FuzzRun
{
    /// <summary>So many failures tell enough of one target.</summary>
    private const int MostFailures = 20;

    private readonly object _gate = new();
    private readonly Fuzzer _fuzzer;
    private readonly TimeSpan _length;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly FuzzFigures _figures;
    private int _next = -1;

    private FuzzRun(FuzzTarget target, int seed, TimeSpan length)
    {
        _fuzzer = new Fuzzer(target, seed);
        _length = length;
        _figures = new FuzzFigures(target.Name);
    }

    /// <summary>Tries a target.</summary>
    /// <param name="target">The target.</param>
    /// <param name="seed">Which inputs it is given, from the first on.</param>
    /// <param name="length">For how long.</param>
    public static FuzzFigures Measure(FuzzTarget target, int seed, TimeSpan length)
    {
        ProcessMemory.Begin(Environment.ProcessId);
        var run = new FuzzRun(target, seed, length);
        Thread[] threads = [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(run.Work))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        run._figures.Complete(run._clock.Elapsed, ProcessMemory.Peak(Environment.ProcessId));
        return run._figures;
    }

    private void Work()
    {
        while (_clock.Elapsed < _length && _figures.Failures.Count < MostFailures)
        {
            FuzzTrial trial = _fuzzer.Try(Interlocked.Increment(ref _next));
            lock (_gate)
            {
                _figures.Add(trial);
            }
        }
    }
}
