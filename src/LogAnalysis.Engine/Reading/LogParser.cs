using LogAnalysis.Formats;

namespace LogAnalysis.Reading;

/// <summary>
/// The one way from lines to sinks, whatever the lines came from: it numbers and classifies the lines of one source and hands
/// them on.
/// </summary>
internal sealed class LogParser(string? path, ILogSink sink) : ILineHandler
{
    private readonly LineClassifier _classifier = new();
    private readonly AnsiStripper _ansi = new();
    private long _number;

    /// <summary>Whether line numbers are known: not where reading began somewhere in the middle.</summary>
    public bool CountsLines { get; init; } = true;

    /// <summary>When the source was last written; null for one that is still being written.</summary>
    public DateTime? LastWritten { get; init; }

    /// <summary>Learns from a line that is not to be passed on, since it was there before reading began.</summary>
    public void Prime(ReadOnlySpan<byte> line)
    {
        LineFields fields = default;
        _classifier.Classify(_ansi.Strip(line), ref fields, out _, out _);
    }

    /// <inheritdoc/>
    public void Handle(in RawLine line)
    {
        LineFields fields = default;
        ReadOnlySpan<byte> plain = _ansi.Strip(line.Text);
        bool continuation = _classifier.Classify(plain, ref fields, out LogLevel level, out LogFormat format);
        _number++;
        sink.Add(new LogLine(line.Text, plain, in fields, format)
        {
            Level = level,
            IsContinuation = continuation,
            Path = path,
            Number = CountsLines ? _number : 0,
            Offset = line.Offset,
            ByteCount = line.ByteCount,
            Reference = LastWritten ?? DateTime.Now,
        });
    }
}
