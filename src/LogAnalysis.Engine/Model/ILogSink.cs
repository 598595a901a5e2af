namespace LogAnalysis.Model;

/// <summary>Takes the lines of a log, in order. Counters and the pipeline's emitter are sinks.</summary>
internal interface ILogSink
{
    /// <summary>Takes one line. It is valid only during the call.</summary>
    void Add(in LogLine line);

    /// <summary>The least serious level of which more than level and time is asked for. What is not asked for need not be found.</summary>
    LogLevel DetailThreshold => LogLevel.Unknown;

    /// <summary>A file is read whose lines follow, if it has any.</summary>
    void AddFile(string path)
    {
    }

    /// <summary>Passes on what was kept for the sake of further lines of the last entry: none are expected.</summary>
    void Flush()
    {
    }
}
