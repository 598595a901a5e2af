using BenchmarkDotNet.Attributes;
using LogAnalysis.Model;
using LogAnalysis.Parsing;

namespace LogAnalysis.Bench.Micro;

/// <summary>From bytes to lines, from lines to fields, and from both to entries: each for 1 MB.</summary>
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    private byte[] _text = [];
    private byte[][] _lines = [];

    /// <summary>The text.</summary>
    [Params("app", "access", "json", "syslog")]
    public string Log { get; set; } = string.Empty;

    /// <summary>Makes the text.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        _text = Sample.Of(Log);
        _lines = Sample.Collect(Log, static (in line) => line.Text);
    }

    /// <summary>Finds line ends.</summary>
    [Benchmark]
    public int Split()
    {
        var sink = new LineSink();
        new LineSplitter().Push(_text, sink);
        return sink.Lines;
    }

    /// <summary>Recognises lines that were split before.</summary>
    [Benchmark]
    public int Classify()
    {
        var classifier = new LineClassifier();
        int continuations = 0;
        foreach (byte[] line in _lines)
        {
            LineFields fields = default;
            continuations += classifier.Classify(line, ref fields, out _, out _) ? 1 : 0;
        }

        return continuations;
    }

    /// <summary>The whole way to a sink that does nothing.</summary>
    [Benchmark]
    public int Parse()
    {
        var sink = new LineSink();
        Sample.Parse(_text, sink);
        return sink.Lines;
    }

    /// <summary>The whole way to objects for the pipeline.</summary>
    [Benchmark]
    public int Assemble()
    {
        int entries = 0;
        Sample.Parse(_text, new EntryAssembler(_ => entries++));
        return entries;
    }
}
