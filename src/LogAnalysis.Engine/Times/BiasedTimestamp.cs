using System.Buffers.Text;
using LogAnalysis.Text;

namespace LogAnalysis.Times;

/// <summary>
/// The time of Configuration Manager's logs: month, day and year, a clock time, and the bias, <c>7-15-2024 09:12:45.332+240</c>. The bias is in
/// minutes and is added to local time to give UTC, which is the other way round than an offset.
/// </summary>
/// <remarks>Source: Microsoft, Configuration Manager, "About log files", and the Win32 <c>TIME_ZONE_INFORMATION</c>, <c>Bias</c>.</remarks>
internal static class BiasedTimestamp
{
    /// <param name="text">The time, from its first byte to its last.</param>
    /// <param name="conventions">What is known of the times of the log.</param>
    /// <param name="time">The time; undefined when the result is false.</param>
    public static bool TryRead(ReadOnlySpan<byte> text, TimeConventions conventions, out DateTimeOffset time)
    {
        time = default;
        int at = 0;
        if (!TryReadPart(text, ref at, (byte)'-', out int month) || !TryReadPart(text, ref at, (byte)'-', out int day)
            || !DigitReader.TryRead(text, at, 4, out int year) || at + 4 >= text.Length || text[at + 4] != ' ')
        {
            return false;
        }

        at += "2024 ".Length;
        if (!TryReadPart(text, ref at, (byte)':', out int hour) || !TryReadPart(text, ref at, (byte)':', out int minute)
            || !DigitReader.TryRead(text, at, 2, out int second) || !ClockTime.TryCreate(year, month, day, hour, minute, second, out DateTime clock))
        {
            return false;
        }

        at += 2;
        int fraction = Fraction.Match(text[at..]);
        clock = clock.AddTicks(Fraction.Read(text.Slice(at, fraction)));
        return TryReadBias(text[(at + fraction)..], out TimeSpan? offset)
            && Timestamps.TryCreate(clock, offset ?? (conventions.Zone ?? TimeZoneInfo.Local).GetUtcOffset(clock), out time);
    }

    /// <summary>One or two digits and what separates them from the next.</summary>
    private static bool TryReadPart(ReadOnlySpan<byte> text, ref int at, byte separator, out int value)
    {
        int digits = DigitReader.CountLeading(text[at..]);
        value = 0;
        bool isPart = digits is 1 or 2 && DigitReader.TryRead(text, at, digits, out value) && at + digits < text.Length && text[at + digits] == separator;
        at += digits + 1;
        return isPart;
    }

    /// <summary>Scripts put a plus before a number that has a sign of its own: <c>+-60</c>.</summary>
    private static bool TryReadBias(ReadOnlySpan<byte> text, out TimeSpan? offset)
    {
        offset = null;
        if (text.IsEmpty)
        {
            return true;
        }

        ReadOnlySpan<byte> number = text.StartsWith("+"u8) ? text[1..] : text;
        bool isBias = Utf8Parser.TryParse(number, out short minutes, out int length) && length == number.Length;
        offset = TimeSpan.FromMinutes(-minutes);
        return isBias;
    }
}
