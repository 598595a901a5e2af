using BenchmarkDotNet.Attributes;
using LogAnalysis.Counting;

namespace LogAnalysis.Bench.Micro;

/// <summary>Counts the clients of 1 MB of access log.</summary>
[MemoryDiagnoser]
public class ValueBenchmarks
{
    private byte[][] _clients = [];

    /// <summary>Finds the clients.</summary>
    [GlobalSetup]
    public void Prepare() => _clients = Sample.Collect("access", static (in line) => line.Fields.Client.Of(line.Plain).ToArray());

    /// <summary>Counts all of them.</summary>
    [Benchmark]
    public object Counts()
    {
        var counts = new Utf8Counter();
        foreach (byte[] client in _clients)
        {
            counts.Add(client, 1);
        }

        return counts;
    }

    /// <summary>Counts the most frequent in bounded memory.</summary>
    [Benchmark]
    public object Frequent()
    {
        var values = new HeavyHitters();
        foreach (byte[] client in _clients)
        {
            values.Add(client);
        }

        return values;
    }
}
