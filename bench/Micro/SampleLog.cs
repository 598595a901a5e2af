namespace LogAnalysis.Bench.Micro;

/// <summary>What 1 MB of text a benchmark reads.</summary>
public enum SampleLog
{
    /// <summary>An application's log.</summary>
    App,

    /// <summary>An access log.</summary>
    Access,

    /// <summary>JSON lines.</summary>
    Json,

    /// <summary>An application's log behind syslog headers.</summary>
    Syslog,
}
