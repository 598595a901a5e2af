using LogAnalysis.Formats;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Parsing;

/// <summary>The lines about a slow query, up to the first one of its statement, which is the message.</summary>
internal sealed class PendingSlowQuery(KeptLines lines, in LineFields first) : PendingHeader(lines, in first)
{
    /// <summary>No header has more lines than this.</summary>
    private const int MaxLines = 24;

    private bool _hasUser = SlowQueryFormat.BeginsWithUser(lines.PlainOf(0));

    /// <inheritdoc/>
    public override bool TryAdd(ReadOnlySpan<byte> text, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> time, in LinePosition place)
    {
        bool isUser = SlowQueryFormat.BeginsWithUser(plain);
        if (Lines.Count == MaxLines || SlowQueryFormat.BeginsWithTime(plain) || (isUser && _hasUser))
        {
            return false;
        }

        LineFields fields = default;
        _hasUser |= isUser;
        IsComplete = !plain.IsEmpty && plain[0] != '#' && !SlowQueryFormat.IsPreparation(plain);
        fields.CompletesEntry = IsComplete;
        fields.Message = IsComplete ? new ByteRange(0, plain.Length) : default;
        Add(text, plain, time, in fields, in place);
        return true;
    }
}
