using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>Oracle WebLogic Server: groups in angle brackets, of which the first is the time, the second the level, and the last the message.</summary>
/// <remarks>Source: Oracle Fusion Middleware, "Understanding WebLogic Logging Services": server log entry format and message attributes.</remarks>
internal sealed class WebLogicFormat() : LogFormat(
    "weblogic",
    "Oracle WebLogic Server: time, level and more in angle brackets",
    "####<Jan 24, 2025 7:00:30,139 AM CET> <Error> <JDBC> <host1> <server1> <[ACTIVE] ExecuteThread: '1'> <<WLS Kernel>> <> <> <1737702030139> <BEA-001112> <Could not reach the database>")
{
    private const int MaxGroups = 16;
    private const int MillisecondsLength = 13;

    private static ReadOnlySpan<byte> Mark => "####"u8;

    /// <inheritdoc/>
    internal override string FirstBytes => "#<";

    /// <inheritdoc/>
    internal override bool BeginsLikeApplication => true;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int start = line.StartsWith(Mark) ? Mark.Length : 0;
        if (start + 1 >= line.Length || line[start] != '<' || !char.IsAsciiLetterOrDigit((char)line[start + 1]))
        {
            return false;
        }

        ByteRange time = NextGroup(line, start);
        ByteRange level = NextGroup(line, time.End + 2);
        if (time.IsEmpty || level.IsEmpty || !time.Of(line).Contains((byte)':') || !LevelNames.TryParse(level.Of(line), out LogLevel parsed))
        {
            return false;
        }

        fields = default;
        fields.HasLevel = true;
        fields.Level = parsed;
        fields.Timestamp = time;
        fields.Message = level;
        int at = level.End + 2;
        for (int group = 0; group < MaxGroups && at < line.Length && line[at] == '<'; group++)
        {
            ByteRange next = NextGroup(line, at);

            // The message may go on in the next line; then nothing closes it.
            next = next.End == 0 ? ByteRange.Between(at + 1, line.Length) : next;
            fields.Timestamp = next.Length == MillisecondsLength && DigitReader.IsNumber(next.Of(line)) ? next : fields.Timestamp;
            fields.Message = next;
            at = next.End + 2;
        }

        return true;
    }

    /// <summary>What is in the angle brackets that begin at a position, and after which others begin or the line ends; empty if there are none.</summary>
    private static ByteRange NextGroup(ReadOnlySpan<byte> line, int at)
    {
        if (at >= line.Length || line[at] != '<')
        {
            return default;
        }

        ReadOnlySpan<byte> rest = line[(at + 1)..];
        int length = rest.IndexOf("> <"u8);
        length = length < 0 && rest.TrimEnd((byte)' ') is [.., (byte)'>'] closed ? closed.Length - 1 : length;
        return length < 0 ? default : new ByteRange(at + 1, length);
    }
}
