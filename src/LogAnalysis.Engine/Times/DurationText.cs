using System.Buffers.Text;
using LogAnalysis.Text;

namespace LogAnalysis.Times;

/// <summary>How long something took, as logs write it.</summary>
internal static class DurationText
{
    /// <summary>This many digits in the longest unit still fit a 64-bit integer.</summary>
    private const int MaxDigits = 9;

    private static readonly WordTable<long> Units = new(
        (TimeSpan.TicksPerMillisecond, "ms msec msecs"),
        (TimeSpan.TicksPerMillisecond / 1000, "us micros"),
        (TimeSpan.TicksPerSecond, "s sec secs"),
        (TimeSpan.TicksPerMinute, "m"));

    /// <param name="text">A decimal number, perhaps with a unit after it: <c>0.123</c>, <c>12ms</c>, <c>60.9µs</c>.</param>
    /// <param name="unit">The unit of a number without one.</param>
    /// <returns>The duration; null if the text is none.</returns>
    public static TimeSpan? Read(ReadOnlySpan<byte> text, DurationUnit unit)
    {
        if (unit != DurationUnit.Nanoseconds && TryReadShort(text, (long)OfUnit(unit), out TimeSpan exact))
        {
            return exact;
        }

        if (!Utf8Parser.TryParse(text, out decimal number, out int length) || number < 0)
        {
            return null;
        }

        ReadOnlySpan<byte> suffix = text[length..].Trim((byte)' ');
        decimal ticks;
        if (suffix.IsEmpty)
        {
            ticks = OfUnit(unit);
        }
        else if (suffix.SequenceEqual("ns"u8))
        {
            ticks = 0.01m;
        }
        else if (suffix.SequenceEqual("µs"u8) || suffix.SequenceEqual("\u03bcs"u8))
        {
            ticks = OfUnit(DurationUnit.Microseconds);
        }
        else if (Units.TryFind(suffix, out long known))
        {
            ticks = known;
        }
        else
        {
            return null;
        }

        return number < long.MaxValue / TimeSpan.TicksPerMinute ? TimeSpan.FromTicks((long)(number * ticks)) : null;
    }

    /// <summary>A number of few digits without a unit, as most are. Whole numbers take a tenth of the time of decimal ones.</summary>
    private static bool TryReadShort(ReadOnlySpan<byte> text, long unit, out TimeSpan duration)
    {
        int whole = DigitReader.CountLeading(text);
        ReadOnlySpan<byte> fraction = whole < text.Length && text[whole] == '.' ? text[(whole + 1)..] : default;
        bool isShort = whole > 0 && whole + fraction.Length <= MaxDigits && (whole == text.Length || DigitReader.IsNumber(fraction));
        long number = 0;
        long scale = 1;
        for (int i = 0; isShort && i < text.Length; i++)
        {
            number = i == whole ? number : (number * 10) + (text[i] - '0');
            scale = i > whole ? scale * 10 : scale;
        }

        duration = TimeSpan.FromTicks(number * unit / scale);
        return isShort;
    }

    private static decimal OfUnit(DurationUnit unit) => unit switch
    {
        DurationUnit.Milliseconds => TimeSpan.TicksPerMillisecond,
        DurationUnit.Microseconds => TimeSpan.TicksPerMillisecond / 1000,
        DurationUnit.Nanoseconds => 0.01m,
        _ => TimeSpan.TicksPerSecond,
    };
}
