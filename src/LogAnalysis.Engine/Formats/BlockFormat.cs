using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>A format whose entries are blocks of lines, a name and a value each. Level, time and message are on any of them.</summary>
internal abstract class BlockFormat(string name, string description, string example) : LogFormat(name, description, example)
{
    /// <summary>A longer block ends there.</summary>
    internal virtual int MaxLines => 256;

    /// <summary>Whether a line that begins an entry of another format ends a block.</summary>
    internal virtual bool EndsAtOtherEntry => false;

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.IndentedLines;

    /// <inheritdoc/>
    internal sealed override bool NamesFields => true;

    /// <inheritdoc/>
    internal sealed override bool ReadFields(ReadOnlySpan<byte> line, in LineFields fields, FieldSink sink)
    {
        var pairs = new BlockPairs(line, this);
        while (pairs.MoveNext())
        {
            sink.AddKnown(pairs.Name.Of(line), pairs.Value.Of(line));
        }

        return true;
    }

    /// <summary>Whether a line goes on with the block.</summary>
    /// <param name="line">The line; it may be empty.</param>
    /// <param name="afterBlank">Whether the line above it is blank.</param>
    internal abstract bool GoesOn(ReadOnlySpan<byte> line, bool afterBlank);

    /// <summary>Whether a line that goes on with a block is its last.</summary>
    internal virtual bool IsEnd(ReadOnlySpan<byte> line) => false;

    /// <summary>Finds name and value of a line; one without them goes on with the value above it.</summary>
    internal abstract bool TryReadPair(ReadOnlySpan<byte> line, out ByteRange name, out ByteRange value);

    /// <summary>Whether the value of a name is below it, and its length, in bytes, before it.</summary>
    internal virtual bool HasLength(ReadOnlySpan<byte> line) => false;

    /// <summary>What a name stands for.</summary>
    private protected virtual FieldKind KindOf(ReadOnlySpan<byte> name) => FieldNames.Find(name);

    /// <summary>Gathers the fields of a block.</summary>
    /// <param name="block">Its lines, with line feeds between them.</param>
    /// <param name="fields">Receives them.</param>
    internal void ReadBlock(ReadOnlySpan<byte> block, ref LineFields fields)
    {
        fields = default;
        var keyed = new KeyedFields(block, ref fields);
        var pairs = new BlockPairs(block, this);
        while (pairs.MoveNext())
        {
            keyed.Take(KindOf(pairs.Name.Of(block)), pairs.Value, isText: true);
        }

        keyed.Complete();
    }

    /// <summary>A line begins a block: what it tells is found when all of it is there.</summary>
    private protected static bool Begin(ReadOnlySpan<byte> line, ByteRange time, ref LineFields fields)
    {
        fields = default;
        fields.LevelFollows = true;
        fields.Timestamp = time;
        fields.Message = new ByteRange(0, line.Length);
        return true;
    }
}
