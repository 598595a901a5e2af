using BenchmarkDotNet.Attributes;
using LogAnalysis.Times;

namespace LogAnalysis.Bench.Micro;

/// <summary>Reads the times of 1 MB of text.</summary>
[MemoryDiagnoser]
public class TimeBenchmarks
{
    private byte[][] _times = [];

    /// <summary>The text.</summary>
    [Params("app", "access", "json", "syslog")]
    public string Log { get; set; } = string.Empty;

    /// <summary>Finds the times.</summary>
    [GlobalSetup]
    public void Prepare() => _times = Sample.Collect(Log, static (in line) => line.Fields.Timestamp.Of(line.Plain).ToArray());

    /// <summary>Reads them one after the other.</summary>
    [Benchmark]
    public long Read()
    {
        var reader = new TimestampReader();
        long ticks = 0;
        foreach (byte[] text in _times)
        {
            ticks += reader.TryParse(text, Sample.LastWritten, out DateTimeOffset time) ? time.Ticks & 1 : 0;
        }

        return ticks;
    }
}
