namespace LogAnalysis.Formats;

/// <summary>Counts lines in a way that adds up: the parts of a log can be counted apart, at the same time, and joined in their order.</summary>
internal interface ILogCounter : ILogSink
{
    /// <summary>A counter of the same kind that has counted nothing yet.</summary>
    ILogCounter Fork();

    /// <summary>No more lines of the last entry will come.</summary>
    void Complete()
    {
    }

    /// <summary>Adds what another counter has counted of lines that stand behind those counted here.</summary>
    /// <param name="part">A counter that was forked from this one, or from the same as this one. It is not used any more.</param>
    void Join(ILogCounter part);
}
