using LogAnalysis.Bench.Generating;
using LogAnalysis.Model;
using LogAnalysis.Parsing;

namespace LogAnalysis.Bench.Micro;

/// <summary>Text for benchmarks, and the way from it to lines.</summary>
internal static class Sample
{
    private const int Size = 1 << 20;

    private static readonly DataSet[] Sets = [.. DataSet.All, DataSet.Syslog];

    public static IEnumerable<string> Names => Sets.Select(set => set.Name);

    /// <summary>When the text was written last, as far as times without a year are concerned.</summary>
    public static readonly DateTime LastWritten = new(2025, 4, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>1 MB of a log.</summary>
    public static byte[] Of(string log) => Array.Find(Sets, set => set.Name == log)!.ToBytes(Size);

    /// <summary>Sends a text to a sink.</summary>
    public static void Parse(byte[] text, ILogSink sink)
    {
        var lines = new LinePipeline(new LineSource("sample.log") { LastWritten = LastWritten }, sink);
        lines.Push(text);
        lines.Complete();
    }

    /// <summary>A part of each line of a log.</summary>
    public static byte[][] Collect(string log, LineSink.Selector select)
    {
        var sink = new LineSink(select);
        Parse(Of(log), sink);
        return [.. sink.Parts];
    }
}
