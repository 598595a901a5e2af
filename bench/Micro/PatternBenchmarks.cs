using BenchmarkDotNet.Attributes;
using LogAnalysis.Counting;

namespace LogAnalysis.Bench.Micro;

/// <summary>Masks the values in all messages of 1 MB of an application's log.</summary>
[MemoryDiagnoser]
public class PatternBenchmarks
{
    private byte[][] _messages = [];

    /// <summary>Finds the messages.</summary>
    [GlobalSetup]
    public void Prepare() => _messages = Sample.Collect("app", static (in line) => line.Fields.Message.Of(line.Plain).ToArray());

    /// <summary>Masks them one after the other.</summary>
    [Benchmark]
    public int Mask()
    {
        int length = 0;
        foreach (byte[] message in _messages)
        {
            length += MessageTemplate.Apply(message).Length;
        }

        return length;
    }
}
