using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>The logs of Configuration Manager's servers: the message, and behind it component, time and thread. Words decide the level.</summary>
/// <remarks>Source: Microsoft, Configuration Manager, "About log files".</remarks>
internal sealed class ConfigManagerFormat() : LogFormat(
    "configmgr",
    "Configuration Manager's servers: component, time and thread behind the message",
    "Cannot connect to the site database, error 53.  $$<SMS_SITE_COMPONENT_MANAGER><01-24-2025 07:00:30.139-60><thread=4116 (0x1014)>")
{
    /// <summary>The format, for what keeps the lines above the last of a message.</summary>
    public static readonly ConfigManagerFormat Instance = new();

    private static ReadOnlySpan<byte> Divider => "$$<"u8;

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.IndentedLines;

    /// <inheritdoc/>
    internal override string NeededMarks => ">";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        if (line[^1] != '>')
        {
            return false;
        }

        int message = line.LastIndexOf(Divider);
        int component = message < 0 ? -1 : line[message..].IndexOf("><"u8);
        int time = message + component + 2;
        int thread = component < 0 ? -1 : line[time..].IndexOf("><thread="u8);
        if (thread <= 0 || !char.IsAsciiDigit((char)line[time]))
        {
            return false;
        }

        fields = default;
        fields.Timestamp = new ByteRange(time, thread);
        fields.HasBias = true;

        // A tilde stands for a line end of the message.
        int start = line[..message].IndexOfAnyExcept(" ~"u8);
        fields.Message = start < 0 ? ByteRange.Between(message, line.Length) : ByteRange.Between(start, line[..message].TrimEnd((byte)' ').Length);
        return true;
    }
}
