using LogAnalysis.Formats;

namespace LogAnalysis.Parsing;

/// <summary>Follows the entries of CMTrace, whose messages may have several lines.</summary>
internal sealed class CmTraceScanner : ElementScanner
{
    private bool _hasBegun;

    /// <inheritdoc/>
    public override LogFormat Format => CmTraceFormat.Instance;

    /// <inheritdoc/>
    public override int SkipFrame(ReadOnlySpan<byte> text, bool afterElement)
    {
        int blanks = text.IndexOfAnyExcept(" \t"u8);
        return blanks < 0 ? text.Length : blanks;
    }

    /// <inheritdoc/>
    public override bool TryBegin(ReadOnlySpan<byte> text, bool stopsAtBatch)
    {
        _hasBegun = false;
        return text.StartsWith(CmTraceFormat.Beginning);
    }

    /// <inheritdoc/>
    public override ElementProgress Scan(ReadOnlySpan<byte> text, out int length)
    {
        // A line that begins an entry of its own: the one before has lost its end.
        if (_hasBegun && text.StartsWith(CmTraceFormat.Beginning))
        {
            length = 0;
            return ElementProgress.Broken;
        }

        _hasBegun = true;
        int end = text.IndexOf(CmTraceFormat.MessageEnd);
        int fields = end + CmTraceFormat.MessageEnd.Length;
        int close = end < 0 ? -1 : text[fields..].IndexOf((byte)'>');
        length = close < 0 ? text.Length : fields + close + 1;
        return close >= 0 ? ElementProgress.Complete : end >= 0 ? ElementProgress.Broken : ElementProgress.Incomplete;
    }
}
