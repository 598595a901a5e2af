using BenchmarkDotNet.Attributes;
using LogAnalysis.Counting;
using LogAnalysis.Times;

namespace LogAnalysis.Bench.Micro;

/// <summary>What is done with single fields of the lines of 1 MB.</summary>
[MemoryDiagnoser]
public class FieldBenchmarks
{
    private readonly byte[][] _messages = Sample.Collect("app", static (in line) => line.Fields.Message.Of(line.Plain));
    private readonly byte[][] _clients = Sample.Collect("access", static (in line) => line.Fields.Client.Of(line.Plain));
    private readonly Dictionary<string, byte[][]> _times =
        Sample.Names.ToDictionary(log => log, log => Sample.Collect(log, static (in line) => line.Fields.Timestamp.Of(line.Plain)));

    /// <summary>Masks the values in messages.</summary>
    [Benchmark]
    public int Mask() => _messages.Sum(message => MessageTemplate.Apply(message).Length);

    /// <summary>Counts all clients.</summary>
    [Benchmark]
    public object Counts()
    {
        var counts = new Utf8Counter();
        Array.ForEach(_clients, client => counts.Add(client, 1));
        return counts;
    }

    /// <summary>Counts the most frequent clients in bounded memory.</summary>
    [Benchmark]
    public object Frequent()
    {
        var values = new HeavyHitters();
        Array.ForEach(_clients, client => values.Add(client));
        return values;
    }

    /// <summary>Reads times.</summary>
    [Benchmark]
    [Arguments("app")]
    [Arguments("access")]
    [Arguments("json")]
    [Arguments("syslog")]
    public long Times(string log)
    {
        var reader = new TimestampReader(TimeConventions.Default);
        return _times[log].Sum(text => reader.TryParse(text, Sample.LastWritten, out DateTimeOffset time) ? time.Ticks & 1 : 0);
    }
}
