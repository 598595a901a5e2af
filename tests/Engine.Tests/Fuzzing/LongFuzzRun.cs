using System.Diagnostics;
using System.Globalization;

namespace LogAnalysis.Tests.Fuzzing;

/// <summary>Fuzzes one target for some time, on all cores.</summary>
internal sealed class LongFuzzRun
{
    private const int MaxFailures = 20;

    private readonly object _gate = new();
    private readonly Stopwatch _clock = new();
    private readonly FuzzTarget _target;
    private readonly Fuzzer _fuzzer;
    private readonly TimeSpan _length;
    private readonly List<FuzzFailure> _failures = [];
    private int _next = -1;
    private long _inputs;
    private long _bytes;
    private TimeSpan _slowest;

    /// <param name="target">The target.</param>
    /// <param name="seed">Which inputs it is given.</param>
    /// <param name="length">For how long.</param>
    public LongFuzzRun(FuzzTarget target, int seed, TimeSpan length)
    {
        (_target, _length) = (target, length);
        _fuzzer = new Fuzzer(target, seed);
    }

    /// <summary>Runs it.</summary>
    /// <returns>The inputs that broke a promise.</returns>
    public IReadOnlyList<FuzzFailure> Run()
    {
        ProcessMemory.ResetPeak();
        _clock.Start();
        Thread[] threads = [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(Work))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        _clock.Stop();
        return _failures;
    }

    /// <summary>The figures in one line; the memory is the peak of the whole process.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{_target.Name}: {_inputs:N0} inputs, {_bytes / 1e6:0.0} MB, {_inputs / _clock.Elapsed.TotalSeconds:N0} inputs / second, "
        + $"slowest {_slowest.TotalMilliseconds:0} ms, peak memory {ProcessMemory.Peak / 1e6:0} MB, {_failures.Count} failures");

    private void Work()
    {
        while (_clock.Elapsed < _length && _failures.Count < MaxFailures)
        {
            FuzzTrial trial = _fuzzer.Try(Interlocked.Increment(ref _next));
            lock (_gate)
            {
                _inputs++;
                _bytes += trial.Bytes;
                _slowest = trial.Time > _slowest ? trial.Time : _slowest;
                if (trial.Failure is not null)
                {
                    _failures.Add(trial.Failure);
                }
            }
        }
    }
}
