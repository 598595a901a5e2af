
namespace LogAnalysis.Parsing;

/// <summary>Follows a row of a table over the lines of its cells, up to the one that closes them: what decides about it is behind a text in quotes.</summary>
/// <param name="table">The table.</param>
internal sealed class RowScanner(TableState table) : ElementScanner
{
    private bool _isFirst;

    /// <inheritdoc/>
    public override LogFormat Format => table.Columns!.Format;

    /// <inheritdoc/>
    public override int MaxLines => 1 << 10;

    /// <inheritdoc/>
    public override int SkipFrame(ReadOnlySpan<byte> text, bool afterElement) => 0;

    /// <inheritdoc/>
    public override bool TryBegin(ReadOnlySpan<byte> text, bool stopsAtBatch)
    {
        _isFirst = true;
        return true;
    }

    /// <inheritdoc/>
    public override ElementProgress Scan(ReadOnlySpan<byte> text, out int length)
    {
        length = text.Length;
        bool isFirst = _isFirst;
        _isFirst = false;
        return isFirst ? ElementProgress.Incomplete
            : table.IsCertainRow(text) ? ElementProgress.Broken
            : TableState.Closes(text) ? ElementProgress.Complete
            : ElementProgress.Incomplete;
    }
}
