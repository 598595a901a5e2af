using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>
/// IBM WebSphere Application Server, traditional and Liberty, in its basic format: time in brackets, thread, component, a letter for the kind
/// of event, message.
/// </summary>
/// <remarks>Source: IBM Documentation, WebSphere Application Server, "Log and trace file output formats", basic format; event types.</remarks>
internal sealed class WebSphereFormat() : LogFormat(
    "websphere",
    "IBM WebSphere and Liberty: time in brackets, thread, component, a letter for the level",
    "[1/24/25 7:00:30:139 CET] 0000003a ServletWrappe E   SRVE0068E: Uncaught exception")
{
    private const int ThreadLength = 8;
    private const int MaxTimeLength = 60;

    /// <inheritdoc/>
    internal override string FirstBytes => "[";

    /// <inheritdoc/>
    internal override bool BeginsLikeApplication => true;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int close = line[0] == '[' ? line[..Math.Min(line.Length, MaxTimeLength)].IndexOf("] "u8) : -1;
        if (close < 2 || !char.IsAsciiDigit((char)line[1]))
        {
            return false;
        }

        var words = new WordReader(line, close + 1);
        ByteRange thread = words.Next();
        ByteRange component = words.Next();
        ByteRange kind = words.Next();
        if (thread.Length != ThreadLength || !HexReader.IsNumber(thread.Of(line)) || component.IsEmpty || kind.Length != 1)
        {
            return false;
        }

        fields = default;
        fields.HasLevel = TryReadKind(line[kind.Start], out fields.Level);
        fields.Timestamp = ByteRange.Between(1, close);
        int blanks = line[kind.End..].IndexOfAnyExcept((byte)' ');
        fields.Message = ByteRange.Between(blanks < 0 ? line.Length : kind.End + blanks, line.Length);
        return fields.HasLevel || line[kind.Start] is (byte)'R' or (byte)'Z';
    }

    /// <summary>The level of a kind of event. Of what was written to the error stream (R), and of what is of no kind, nothing is known.</summary>
    private static bool TryReadKind(byte kind, out LogLevel level)
    {
        level = kind switch
        {
            (byte)'F' => LogLevel.Critical,
            (byte)'E' => LogLevel.Error,
            (byte)'W' => LogLevel.Warning,
            (byte)'A' => LogLevel.Notice,
            (byte)'I' or (byte)'C' or (byte)'O' => LogLevel.Information,
            (byte)'D' or (byte)'1' => LogLevel.Debug,
            (byte)'2' or (byte)'3' or (byte)'>' or (byte)'<' => LogLevel.Trace,
            _ => LogLevel.Unknown,
        };
        return level != LogLevel.Unknown;
    }
}
