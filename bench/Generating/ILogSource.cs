namespace LogAnalysis.Bench.Generating;

/// <summary>Makes up a log, entry by entry, always the same one.</summary>
internal interface ILogSource
{
    /// <summary>Writes the next entry with its line end.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="truth">Is told what was written.</param>
    void WriteEntry(LogOutput output, TruthCounter truth);
}
