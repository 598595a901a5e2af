using LogAnalysis.Model;

namespace LogAnalysis.Parsing;

/// <summary>Takes lines of which nothing is wanted.</summary>
internal sealed class NoSink : ILogSink
{
    public static readonly NoSink Instance = new();

    /// <inheritdoc/>
    public LogLevel DetailThreshold => LogLevel.Critical + 1;

    /// <inheritdoc/>
    public void Add(in LogLine line)
    {
    }
}
