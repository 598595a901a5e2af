namespace LogAnalysis.Model;

/// <summary>Counts lines in a way that adds up: the parts of a log can be counted apart, at the same time, and joined in their order.</summary>
internal interface ILogCounter : ILogSink
{
    /// <summary>
    /// How much of a file one such counter should count before it is joined, in bytes: little enough for a core to keep at hand, unless joining
    /// takes long.
    /// </summary>
    int PartSize => 1 << 19;

    /// <summary>A counter of the same kind that has counted nothing yet.</summary>
    ILogCounter Fork();

    /// <summary>Adds what another counter has counted of lines that stand behind those counted here.</summary>
    /// <param name="part">A counter that was forked from this one, or from the same as this one. It is not used any more.</param>
    void Join(ILogCounter part);
}
