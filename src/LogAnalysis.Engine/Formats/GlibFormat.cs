using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>What GLib's programs write to a console: program and process, domain and level, two asterisks, perhaps a time of day, message.</summary>
/// <remarks>Source: GLib, "Message Logging", <c>g_log_default_handler</c>.</remarks>
internal sealed class GlibFormat() : LogFormat(
    "glib",
    "GLib's default handler (GTK, GNOME): program, domain and level, message",
    "(orders:4711): GLib-GObject-WARNING **: 07:00:30.139: invalid cast from 'Order' to 'Cart'")
{
    private const int MaxPrefixLength = 160;

    private static readonly WordTable<LogLevel> Levels = new(
        (LogLevel.Critical, "CRITICAL"),
        (LogLevel.Error, "ERROR"),
        (LogLevel.Warning, "WARNING"),
        (LogLevel.Notice, "Message"),
        (LogLevel.Information, "INFO"),
        (LogLevel.Debug, "DEBUG"));

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.IndentedLines;

    /// <inheritdoc/>
    internal override string FirstBytes => "(*";

    /// <inheritdoc/>
    internal override string NeededMarks => ":";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        ReadOnlySpan<byte> near = line[..Math.Min(line.Length, MaxPrefixLength)];
        int mark = near.IndexOf(" **: "u8);
        int length = mark < 0 ? near.IndexOf(": "u8) is >= 0 and int first && near[(first + 2)..].IndexOf(": "u8) is >= 0 and int second ? first + 2 + second : -1 : mark;
        if (length < 0 || (mark < 0 && !line.StartsWith("** ("u8) && line[0] != '('))
        {
            return false;
        }

        ReadOnlySpan<byte> before = near[..length];
        ReadOnlySpan<byte> word = before[(before.LastIndexOfAny((byte)'-', (byte)' ') + 1)..];
        int message = length + (mark < 0 ? ": ".Length : " **: ".Length);
        LogLevel level = LogLevel.Unknown;
        if (before.IndexOf("): "u8) < 0 || !Levels.TryFind(word, out level))
        {
            return false;
        }

        fields = LineFields.OfLevel(level, ByteRange.Between(message, line.Length));
        return true;
    }
}
