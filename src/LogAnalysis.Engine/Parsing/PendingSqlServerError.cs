using LogAnalysis.Formats;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Parsing;

/// <summary>The two lines of an error of SQL Server: behind the same time and source, the second has the message.</summary>
internal sealed class PendingSqlServerError(KeptLines lines, in LineFields first) : PendingHeader(lines, in first)
{
    private readonly int _message = first.Message.Start;
    private readonly int _time = first.Timestamp.End;

    /// <inheritdoc/>
    public override bool TryAdd(ReadOnlySpan<byte> text, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> time, in LinePosition place)
    {
        if (plain.Length <= _message || !plain[.._message].SequenceEqual(Lines.PlainOf(0)[.._message]) || SqlServerFormat.Matches(plain, _time))
        {
            return false;
        }

        LineFields fields = default;
        fields.CompletesEntry = true;
        fields.Message = ByteRange.Between(_message, plain.Length);
        IsComplete = true;
        Add(text, plain, time, in fields, in place);
        return true;
    }
}
