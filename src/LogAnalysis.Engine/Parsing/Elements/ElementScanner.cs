namespace LogAnalysis.Parsing;

/// <summary>
/// Follows one element after the other to its end: a JSON object, an XML element, an entry of CMTrace. An element may have several lines, and a line
/// several elements.
/// </summary>
internal abstract class ElementScanner
{
    /// <summary>The format of the element that began last.</summary>
    public abstract LogFormat Format { get; }

    /// <summary>A longer one is no element: its lines are what they are by themselves.</summary>
    public virtual int MaxLines => 1 << 14;

    /// <summary>How many bytes at the beginning of a text are around elements rather than one: white space, and what encloses or separates them.</summary>
    /// <param name="text">A line, or the rest of one.</param>
    /// <param name="afterElement">Whether an element ended in this line before the text.</param>
    public abstract int SkipFrame(ReadOnlySpan<byte> text, bool afterElement);

    /// <summary>Whether the element that began last may hold others, and be no entry itself.</summary>
    public virtual bool HasBatch => false;

    /// <summary>Begins with an element.</summary>
    /// <param name="text">A line, or the rest of one.</param>
    /// <param name="stopsAtBatch">Whether an element that may hold others is known to be no entry itself.</param>
    /// <returns>Whether the text begins with one.</returns>
    public abstract bool TryBegin(ReadOnlySpan<byte> text, bool stopsAtBatch);

    /// <summary>Goes on to the end of the element.</summary>
    /// <param name="text">A line, or the rest of one, from where the last call ended.</param>
    /// <param name="length">Receives how much of the text was read: up to the end of the element where it is complete.</param>
    public abstract ElementProgress Scan(ReadOnlySpan<byte> text, out int length);
}
