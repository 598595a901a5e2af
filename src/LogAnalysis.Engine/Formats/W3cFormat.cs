namespace LogAnalysis.Formats;

/// <summary>The W3C Extended Log File Format, as IIS writes it: its lines mean what the last <c>#Fields</c> line above them says.</summary>
/// <remarks>Source: W3C working draft WD-logfile-960323. Its dates and times are UTC.</remarks>
internal sealed class W3cFormat() : LogFormat(
    "w3c",
    "W3C extended log: IIS, HTTP.sys and whatever has a #Fields line",
    "2025-01-24 07:00:30 198.51.100.5 GET /img/logo.png - 443 - 192.0.2.7 curl/8.5.0 - 200 0 0 15")
{
    /// <summary>The format, for the classifier, which knows the fields.</summary>
    public static readonly W3cFormat Instance = new();

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.None;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields) => false;

    /// <summary>Recognises a line by the fields that its log has.</summary>
    public static bool TryParse(ReadOnlySpan<byte> line, W3cFields layout, ref LineFields fields)
    {
        var keyed = new KeyedFields(line);
        Slice date = default;
        Slice time = default;
        int start = 0;
        int column = 0;
        for (; column < layout.Count && start <= line.Length; column++)
        {
            int length = line[start..].IndexOf((byte)layout.Separator);
            var value = Slice.Between(start, length < 0 ? line.Length : start + length);
            date = column == layout.Date ? value : date;
            time = column == layout.Time ? value : time;
            if (!value.Of(line).SequenceEqual("-"u8))
            {
                keyed.Take(layout[column], value, isText: true);
            }

            start = value.End + 1;
        }

        if (column != layout.Count || start <= line.Length)
        {
            return false;
        }

        fields = keyed.Found;
        fields.IsUtc = true;
        fields.Timestamp = time.Start == date.End + 1 ? Slice.Between(date.Start, time.End) : default;
        return true;
    }
}
