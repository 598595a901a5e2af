using LogAnalysis.Files;
using LogAnalysis.Model;

namespace LogAnalysis.Pipeline;

/// <summary>Counts what a command reads, and writes the results into the pipeline.</summary>
internal interface IResultWriter
{
    /// <summary>Takes the lines.</summary>
    ILogSink Sink { get; }

    /// <summary>The same sink, where parts of the input can be counted apart and merged; null where results depend on the order of lines.</summary>
    ILogCounter? Counter { get; }

    /// <summary>Adds what another command has counted, or found.</summary>
    /// <returns>Whether the command takes such objects, and if not, why.</returns>
    InputOutcome Add(object counted);

    /// <summary>Takes a file that could not be read, or not to its end.</summary>
    void Add(LogFileException failure)
    {
    }

    /// <summary>To be called before the first entry.</summary>
    /// <param name="delivery">Is told which entries are in results.</param>
    void Begin(ResultDelivery delivery)
    {
    }

    /// <summary>How long it is until there is something to write even if nothing more comes; null for as long as nothing does.</summary>
    TimeSpan? UntilDue => null;

    /// <summary>To be called before an input with what is known of where it comes from.</summary>
    void Expect(InputOrigin origin)
    {
    }

    /// <summary>Writes what is due, if anything is. It is called after each input.</summary>
    /// <param name="delivery">Is told which entries are in results then.</param>
    void WriteDue(ResultDelivery delivery)
    {
    }

    /// <summary>Writes what is known already, if it is worth telling: a follower has nothing more for now.</summary>
    /// <param name="delivery">Is told which entries are in results then. There are none where results come at the end.</param>
    void Flush(ResultDelivery delivery)
    {
    }

    /// <summary>Writes the rest at the end of the input.</summary>
    void Complete();
}
