namespace LogAnalysis.Formats;

/// <summary>Takes the lines of a log, in order. Counters and the pipeline's emitter are sinks.</summary>
internal interface ILogSink
{
    /// <summary>Takes one line. It is valid only during the call.</summary>
    void Add(in LogLine line);

    /// <summary>Is told of a file whose lines follow, if it has any.</summary>
    void AddFile(string path)
    {
    }
}
