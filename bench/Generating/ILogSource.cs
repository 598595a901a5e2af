namespace LogAnalysis.Bench.Generating;

/// <summary>Makes up a log, entry by entry, always the same one.</summary>
internal interface ILogSource
{
    /// <summary>The next entry in ASCII, with its line end.</summary>
    /// <param name="truth">Counts it.</param>
    string Next(LogTruth truth);
}
