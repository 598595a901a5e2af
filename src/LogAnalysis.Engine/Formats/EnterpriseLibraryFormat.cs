using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>Text that .NET's Enterprise Library writes: a name and a value a line, the time first, dashes between entries.</summary>
/// <remarks>
/// Such lines count only where no entry of another format goes on, which may have such details. Source: Microsoft patterns &amp; practices, Enterprise Library, Logging Application Block, <c>TextFormatter</c>'s default
/// template.
/// </remarks>
internal sealed class EnterpriseLibraryFormat() : BlockFormat(
    "enterprise-library",
    "Enterprise Library's logging block: a name and a value a line, the time first",
    "Timestamp: 1/24/2025 7:00:30 AM")
{
    private const int MaxNameLength = 24;

    /// <inheritdoc/>
    internal override int MaxLines => 128;

    /// <inheritdoc/>
    internal override bool EndsAtOtherEntry => true;

    private static ReadOnlySpan<byte> Head => "Timestamp: "u8;

    private static ReadOnlySpan<byte> Dashes => "--------"u8;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        ReadOnlySpan<byte> time = line.StartsWith(Head) ? line[Head.Length..].TrimEnd((byte)' ') : default;
        return !time.IsEmpty && LeadingTimestamp.Match(time, out bool hasDate) == time.Length && hasDate && Begin(line, new ByteRange(Head.Length, time.Length), ref fields);
    }

    /// <inheritdoc/>
    internal override bool GoesOn(ReadOnlySpan<byte> line, bool afterBlank) => !line.StartsWith(Head);

    /// <inheritdoc/>
    internal override bool IsEnd(ReadOnlySpan<byte> line) => line.StartsWith(Dashes);

    /// <inheritdoc/>
    internal override bool TryReadPair(ReadOnlySpan<byte> line, out ByteRange name, out ByteRange value)
    {
        int colon = line[..Math.Min(line.Length, MaxNameLength)].IndexOf((byte)':');
        bool isPair = colon > 0 && char.IsAsciiLetterUpper((char)line[0]) && (colon + 1 == line.Length || line[colon + 1] == ' ');
        bool isRule = IsEnd(line);
        name = new ByteRange(0, isPair ? colon : line.Length);
        value = isPair ? ByteRange.Between(colon + 1, line.Length) : default;
        return isPair || isRule;
    }
}
