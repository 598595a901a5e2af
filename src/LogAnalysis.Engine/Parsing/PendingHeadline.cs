using LogAnalysis.Fields;
using LogAnalysis.Formats;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Parsing;

/// <summary>
/// A headline that only has a time, as Oracle's alert log and Samba write it, and the entry below. A level with which that begins decides, else
/// the words of all its lines.
/// </summary>
internal sealed class PendingHeadline(KeptLines lines, in LineFields first) : PendingHeader(lines, in first)
{
    /// <summary>Dumps of parameters are longer, but what is wrong is said before.</summary>
    private const int MaxLines = 100;

    private bool _hasMessage;
    private bool _isDecided = first.HasLevel;

    /// <inheritdoc/>
    public override bool EndsAtOtherEntry => true;

    /// <inheritdoc/>
    public override bool TryAdd(ReadOnlySpan<byte> text, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> time, in LinePosition place)
    {
        if (Lines.Count == MaxLines)
        {
            return false;
        }

        LineFields fields = default;
        int blanks = plain.IndexOfAnyExcept(" \t"u8);
        if (blanks >= 0 && !_hasMessage)
        {
            _hasMessage = true;
            TakeMessage(plain, blanks, ref fields);
        }

        if (!_isDecided && ErrorKeywords.Occur(plain))
        {
            Level = LogLevel.Error;
            _isDecided = true;
        }

        Add(text, plain, time, in fields, in place);
        return true;
    }

    private void TakeMessage(ReadOnlySpan<byte> line, int start, ref LineFields fields)
    {
        ReadOnlySpan<byte> text = line[start..];
        if (BareLevelFormat.Instance.TryParse(text, ref fields) || ToolFormat.Instance.TryParse(text, ref fields)
            || (SapTraceFormat.Instance.TryParse(text, ref fields) && fields.HasLevel))
        {
            Level = _isDecided ? Level : fields.Level;
            _isDecided = true;
        }

        fields = default;
        fields.CompletesEntry = true;
        fields.Message = ByteRange.Between(start, line.Length);
    }
}
