using LogAnalysis.Fields;
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
    private const int Decimals = 3;

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
        int uptime = BracketedUptime.Match(line, Decimals);
        if (uptime == 0 || uptime == line.Length || line[uptime] != ' ')
        {
            return false;
        }

        int message = uptime + 1;
        fields = default;
        fields.HasLevel = line.Length >= message + 4 && Marks.TryFind(line.Slice(message, 4), out fields.Level);
        message += fields.HasLevel ? 4 : 0;
        int blanks = line[message..].IndexOfAnyExcept((byte)' ');
        fields.Message = ByteRange.Between(blanks < 0 ? line.Length : message + blanks, line.Length);
        return true;
    }
}
