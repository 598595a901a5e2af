namespace LogAnalysis.Traces;

/// <summary>How one language, or several that do it alike, write stack traces.</summary>
internal abstract class TraceDialect
{
    /// <summary>Another entry begins.</summary>
    public virtual void Reset()
    {
    }

    /// <summary>Reads a line, if it is one of the dialect's.</summary>
    /// <param name="text">The line without its indentation, and without blanks at its end; never empty.</param>
    /// <param name="indent">How many bytes it is indented by.</param>
    /// <param name="findings">Takes what the line says.</param>
    /// <returns>Whether it is one of the dialect's, so that no other needs to look at it.</returns>
    public abstract bool TryRead(ReadOnlySpan<byte> text, int indent, TraceFindings findings);
}
