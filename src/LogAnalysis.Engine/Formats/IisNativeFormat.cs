using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>The log file format of IIS that is neither W3C's nor NCSA's: fixed fields with commas and blanks between them.</summary>
/// <remarks>Source: Microsoft's documentation, "IIS Log File Format (IIS 6.0)"; the services of mail and files write it too.</remarks>
internal sealed class IisNativeFormat() : LogFormat(
    "iis",
    "IIS log file format: fixed fields with commas between them",
    "192.0.2.7, -, 1/24/2025, 7:00:30, W3SVC1, WEB1, 198.51.100.5, 315, 312, 1043, 503, 0, POST, /orders, -,")
{
    private const int MaxClientLength = 48;
    private const int MaxFieldLength = 4096;

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.None;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Digits + FirstByte.Letters + ":-";

    /// <inheritdoc/>
    internal override bool MayBegin(LineBeginning beginning) => beginning is LineBeginning.Other or LineBeginning.Prose;

    /// <inheritdoc/>
    internal override string NeededMarks => ",";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int comma = line[..Math.Min(line.Length, MaxClientLength)].IndexOf((byte)',');
        if (comma < 0 || !line[comma..].StartsWith(", "u8) || line[..comma].Contains((byte)' '))
        {
            return false;
        }

        var row = new Row(line);
        ByteRange client = row.Next();
        row.Next();
        ByteRange date = row.Next();
        ByteRange time = row.Next();
        ByteRange service = row.Next();
        if (!IsDate(date.Of(line)) || !IsClock(time.Of(line)) || service.Of(line).IndexOf("SVC"u8) < 0)
        {
            return false;
        }

        row.Next();
        row.Next();
        ByteRange elapsed = row.Next();
        row.Next();
        ByteRange sent = row.Next();
        ByteRange status = row.Next();
        row.Next();
        ByteRange method = row.Next();
        ByteRange url = row.Next();
        if (!DigitReader.IsNumber(elapsed.Of(line)) || !DigitReader.IsNumber(status.Of(line)) || method.IsEmpty)
        {
            return false;
        }

        fields = default;
        fields.Date = date;
        fields.Timestamp = time;
        fields.Client = client;
        fields.Duration = elapsed;
        fields.DurationUnit = DurationUnit.Milliseconds;
        fields.Bytes = sent;
        fields.Method = method;
        fields.Url = url;
        fields.Message = ByteRange.Between(method.Start, url.End);
        bool isOther = OtherProtocols.Matches(service.Of(line)) || OtherProtocols.HasVerb(method.Of(line));
        fields.HasLevel = isOther || !StatusCode.TryRead(status.Of(line), out fields.Status);
        fields.Level = LogLevel.Information;
        return true;
    }

    /// <summary>Three numbers in the order of the server's culture.</summary>
    private static bool IsDate(ReadOnlySpan<byte> text) =>
        text.Length is >= 6 and <= 10 && char.IsAsciiDigit((char)text[0]) && text.IndexOfAnyInRange((byte)'-', (byte)'/') is 1 or 2 or 4
        && !text.ContainsAnyExceptInRange((byte)'-', (byte)'9');

    private static bool IsClock(ReadOnlySpan<byte> text) => text.Length is >= 7 and <= 11 && text.IndexOf((byte)':') is 1 or 2 && char.IsAsciiDigit((char)text[0]);

    /// <summary>Enumerates the fields.</summary>
    private ref struct Row(ReadOnlySpan<byte> line)
    {
        private readonly ReadOnlySpan<byte> _line = line;
        private int _position = 0;

        public ByteRange Next()
        {
            int start = Math.Min(_position, _line.Length);
            int length = _line[start..Math.Min(_line.Length, start + MaxFieldLength)].IndexOf((byte)',');
            int end = length < 0 ? _line.Length : start + length;
            _position = end + (end + 1 < _line.Length && _line[end + 1] == ' ' ? 2 : 1);
            return ByteRange.Between(start, end);
        }
    }
}
