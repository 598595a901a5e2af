using LogAnalysis.Tests.Fuzzing;

namespace LogAnalysis.Bench.Fuzzing;

/// <summary>What came of all inputs of a target.</summary>
/// <param name="target">Its name.</param>
internal sealed class FuzzFigures(string target)
{
    private long _inputs;
    private long _bytes;
    private TimeSpan _slowest;
    private TimeSpan _elapsed;
    private long _peakMemory;

    /// <summary>The inputs that broke a promise.</summary>
    public List<FuzzFailure> Failures { get; } = [];

    /// <summary>Adds what came of one input.</summary>
    public void Add(FuzzTrial trial)
    {
        _inputs++;
        _bytes += trial.Bytes;
        _slowest = trial.Time > _slowest ? trial.Time : _slowest;
        if (trial.Failure is not null)
        {
            Failures.Add(trial.Failure);
        }
    }

    /// <summary>No more inputs come.</summary>
    /// <param name="elapsed">How long it took.</param>
    /// <param name="peakMemory">What the process held at the most, in bytes.</param>
    public void Complete(TimeSpan elapsed, long peakMemory)
    {
        _elapsed = elapsed;
        _peakMemory = peakMemory;
    }

    /// <summary>A row of a table: target, inputs, bytes, inputs a second, slowest input, peak memory, failures.</summary>
    public string[] ToCells() =>
    [
        target, $"{_inputs:N0}", ByteSize.Format(_bytes), $"{_inputs / _elapsed.TotalSeconds:N0}", $"{_slowest.TotalMilliseconds:0} ms", $"{_peakMemory / 1e6:0} MB", $"{Failures.Count}",
    ];
}
