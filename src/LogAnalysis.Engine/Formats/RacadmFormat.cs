using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>The logs of Dell's iDRAC as racadm prints them: a name and a value a line, dashes between entries.</summary>
/// <remarks>Source: Dell, "Integrated Dell Remote Access Controller, RACADM CLI Guide", <c>getsel</c> and <c>lclog view</c>. The first name is that of a number.</remarks>
internal sealed class RacadmFormat() : BlockFormat(
    "racadm",
    "Logs of Dell's iDRAC (racadm getsel, racadm lclog view)",
    "Record:      31")
{
    private const int MaxNameLength = 24;

    /// <inheritdoc/>
    internal override int MaxLines => 64;

    /// <inheritdoc/>
    internal override bool EndsAtOtherEntry => true;

    /// <inheritdoc/>
    internal override string FirstBytes => "RS";

    /// <inheritdoc/>
    internal override string NeededMarks => "0";

    /// <inheritdoc/>
    internal override string AlternativeMarks => " =";

    private static ReadOnlySpan<byte> Dashes => "--------"u8;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields) => IsHead(line) && Begin(line, default, ref fields);

    /// <inheritdoc/>
    internal override bool GoesOn(ReadOnlySpan<byte> line, bool afterBlank) => !IsHead(line);

    /// <inheritdoc/>
    internal override bool IsEnd(ReadOnlySpan<byte> line) => line.IsEmpty || line.StartsWith(Dashes);

    /// <inheritdoc/>
    internal override bool TryReadPair(ReadOnlySpan<byte> line, out ByteRange name, out ByteRange value)
    {
        int mark = line[..Math.Min(line.Length, MaxNameLength)].IndexOfAny((byte)':', (byte)'=');
        bool isPair = mark > 0 && char.IsAsciiLetterUpper((char)line[0]);
        name = new ByteRange(0, isPair ? line[..mark].TrimEnd((byte)' ').Length : line.Length);
        value = isPair ? ByteRange.Between(mark + 1, line.Length) : default;
        return isPair || IsEnd(line);
    }

    /// <inheritdoc/>
    private protected override FieldKind KindOf(ReadOnlySpan<byte> name) => name.SequenceEqual("Description"u8) ? FieldKind.Message : base.KindOf(name);

    private static bool IsHead(ReadOnlySpan<byte> line)
    {
        int name = line.StartsWith("Record:"u8) ? "Record:".Length : line.StartsWith("SeqNumber "u8) ? line.IndexOf((byte)'=') + 1 : 0;
        return name > 0 && DigitReader.IsNumber(line[name..].Trim((byte)' '));
    }
}
