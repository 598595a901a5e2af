using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>Python's logging without a configuration: level, logger and message, separated by colons.</summary>
/// <remarks>Source: Python documentation, <c>logging.BASIC_FORMAT</c>: <c>%(levelname)s:%(name)s:%(message)s</c>.</remarks>
internal sealed class PythonFormat() : LogFormat(
    "python",
    "Python's logging, unconfigured: level, logger, message",
    "ERROR:shop.orders:could not reach the database")
{
    private const int MaxLevelLength = 10;

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.IndentedLines;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Letters;

    /// <inheritdoc/>
    internal override string NeededMarks => ":";

    /// <inheritdoc/>
    internal override bool MayBegin(LineBeginning beginning) => beginning == LineBeginning.Other;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int colon = line[..Math.Min(line.Length, MaxLevelLength)].IndexOf((byte)':');
        int message = colon > 0 ? FindMessage(line, colon) : 0;
        if (message == 0 || !LevelNames.TryParseCapitals(line[..colon], out LogLevel level))
        {
            return false;
        }

        fields = LineFields.OfLevel(level, ByteRange.Between(message, line.Length));
        RequestMessage.TryFind(line, fields.Message, ref fields);
        return true;
    }

    /// <summary>Where the message begins after a logger's name and a colon; 0 where no such name follows the level's colon.</summary>
    internal static int FindMessage(ReadOnlySpan<byte> line, int colon)
    {
        int length = line[(colon + 1)..].IndexOf((byte)':');
        return length > 0 && !line.Slice(colon + 1, length).ContainsAny(" \t/"u8) ? colon + length + 2 : 0;
    }
}
