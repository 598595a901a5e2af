using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>The log of the X server: seconds since the start, a mark for the kind of message, message.</summary>
/// <remarks>Source: X.Org, <c>LogVMessageVerb</c>; the marks are explained at the top of each such log.</remarks>
internal sealed class XorgFormat() : LogFormat(
    "xorg",
    "X server (Xorg.0.log): seconds since the start, mark, message",
    "[    12.345] (EE) Failed to load module \"nv\" (module does not exist, 0)")
{
    private static readonly WordTable<LogLevel> Marks = new(
        (LogLevel.Error, "(EE)"),
        (LogLevel.Warning, "(WW)"),
        (LogLevel.Information, "(II) (--) (**) (==) (++) (!!) (DB)"));

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.IndentedLines;

    /// <inheritdoc/>
    internal override string FirstBytes => "[";

    /// <inheritdoc/>
    internal override string NeededMarks => "[].";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int close = line[0] == '[' ? line.IndexOf("] "u8) : -1;
        ReadOnlySpan<byte> number = close < 0 ? default : line[1..close].TrimStart((byte)' ');
        int point = number.IndexOf((byte)'.');
        if (point <= 0 || number.Length - point != 4 || !DigitReader.IsDecimal(number))
        {
            return false;
        }

        int message = close + 2;
        fields = default;
        fields.HasLevel = line.Length >= message + 4 && Marks.TryFind(line.Slice(message, 4), out fields.Level);
        message += fields.HasLevel ? 4 : 0;
        int blanks = line[message..].IndexOfAnyExcept((byte)' ');
        fields.Message = ByteRange.Between(blanks < 0 ? line.Length : message + blanks, line.Length);
        return true;
    }
}
