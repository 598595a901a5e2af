using LogAnalysis.Model;

namespace LogAnalysis.Pipeline;

/// <summary>Counts lines and writes the results into the pipeline.</summary>
internal interface IResultWriter : ILogSink
{
    /// <summary>What counts; null where results depend on the order of all lines.</summary>
    ILogCounter? Counter { get; }

    /// <summary>Adds what another command has counted, or found.</summary>
    /// <returns>Whether that can be added here.</returns>
    bool TryAdd(object counted);

    /// <summary>There is nothing more for now: writes what is worth telling already.</summary>
    void Pause();

    /// <summary>There is nothing more: writes the rest.</summary>
    void End();
}
