using LogAnalysis.Files;
using LogAnalysis.Model;
using LogAnalysis.Parsing;
using LogAnalysis.Reading;

namespace LogAnalysis.Tests.Support;

/// <summary>Keeps every line it is given as an entry.</summary>
internal sealed class CollectingSink : ILogSink
{
    public List<LogEntry> Entries { get; } = [];

    public void Add(in LogLine line) => Entries.Add(new LogEntry(in line));

    public static List<LogEntry> Read(string path) => Read(path, ReadOptions.Default);

    public static List<LogEntry> Read(string path, ReadOptions options)
    {
        var sink = new CollectingSink();
        LogFileReader.Read(path, options, sink, NoProgress.Instance, CancellationToken.None);
        return sink.Entries;
    }

    public static List<LogEntry> ReadText(params string[] lines) => ReadText(null, lines);

    public static List<LogEntry> ReadText(LogFormat? format, params string[] lines)
    {
        var sink = new CollectingSink();
        var strings = new LinePipeline(new LineSource(null) { Format = format }, sink);
        Array.ForEach(lines, strings.PushText);
        strings.Complete();
        return sink.Entries;
    }
}
