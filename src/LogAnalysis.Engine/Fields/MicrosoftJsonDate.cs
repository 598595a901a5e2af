using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>The dates that Windows PowerShell and older parts of .NET write into JSON: <c>\/Date(1737702039139)\/</c>.</summary>
/// <remarks>Source: .NET Framework, "Stand-Alone JSON Serialization", dates; Windows PowerShell, <c>ConvertTo-Json</c>.</remarks>
internal static class MicrosoftJsonDate
{
    /// <summary>The milliseconds since 1970 in such a date; the value itself if it is none. An offset behind them does not change what they mean.</summary>
    public static ByteRange Inside(ReadOnlySpan<byte> line, ByteRange value)
    {
        ReadOnlySpan<byte> text = value.Of(line);
        if (text.IsEmpty || text[0] is not ((byte)'\\' or (byte)'/'))
        {
            return value;
        }

        int start = text.IndexOf("/Date("u8) + "/Date(".Length;
        return start is 6 or 7 ? new ByteRange(value.Start + start, DigitReader.CountLeading(text[start..])) : value;
    }
}
