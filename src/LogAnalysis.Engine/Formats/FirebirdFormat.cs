using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>Firebird and InterBase: the host and a time on a line, and what happened, indented, on those below.</summary>
/// <remarks>Source: Firebird, <c>gds__log</c>: <c>%s%s\t%.25s\t%s\n\n</c> with the time of <c>ctime</c>.</remarks>
internal sealed class FirebirdFormat() : LogFormat(
    "firebird",
    "Firebird and InterBase: host and time, the message below",
    "DB1 (Server)\tFri Jan 24 07:00:30 2025")
{
    private const int TimeLength = 24;
    private const int MaxLength = 128;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Letters + FirstByte.Digits;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        ReadOnlySpan<byte> text = line.Length > MaxLength ? default : line.TrimEnd("\t "u8);
        int tab = text.Length - TimeLength - 1;
        if (tab <= 0 || text[tab] != '\t' || !LeadingTimestamp.BeginsWithName(text[(tab + 1)..]) || !IsHost(text[..tab])
            || LeadingTimestamp.Match(text[(tab + 1)..], out bool hasDate) != TimeLength || !hasDate)
        {
            return false;
        }

        fields = default;
        fields.LevelFollows = true;
        fields.Timestamp = new ByteRange(tab + 1, TimeLength);
        fields.Message = new ByteRange(line.Length, 0);
        return true;
    }

    private static bool IsHost(ReadOnlySpan<byte> text)
    {
        int name = text.IndexOfAnyExcept(NameBytes.All);
        ReadOnlySpan<byte> part = name < 0 ? default : text[name..];
        return name != 0 && (part.IsEmpty || (part.StartsWith(" ("u8) && part[^1] == ')'));
    }
}
