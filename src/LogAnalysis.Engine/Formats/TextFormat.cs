using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>Whatever no other format knows: each line an entry, its words deciding whether it tells of an error.</summary>
internal sealed class TextFormat : LogFormat
{
    public TextFormat()
        : base(
            "text",
            "Plain text without level or time; words such as 'failed' or 'exception' decide",
            "backup of /srv failed: No space left on device") => IsFallback = true;

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.IndentedLines;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        fields = default;
        fields.Message = new ByteRange(0, line.Length);
        return true;
    }
}
