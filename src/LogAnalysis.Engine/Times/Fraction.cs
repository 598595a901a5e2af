using LogAnalysis.Text;

namespace LogAnalysis.Times;

/// <summary>Fractions of a second.</summary>
internal static class Fraction
{
    /// <summary>
    /// The length of a mark and digits, <c>.139</c> or <c>,139</c>, at the beginning of a text; 0 if there are none. A colon is such
    /// a mark too where three, six or nine digits follow: <c>07:00:30:139</c>.
    /// </summary>
    public static int Match(ReadOnlySpan<byte> text)
    {
        if (text.Length < 2)
        {
            return 0;
        }

        int digits = DigitReader.CountLeading(text[1..]);
        bool fraction = text[0] switch
        {
            (byte)'.' or (byte)',' => digits > 0,
            (byte)':' => digits is 3 or 6 or 9,
            _ => false,
        };
        return fraction ? 1 + digits : 0;
    }

    /// <summary>The ticks that a mark and digits such as <c>.139</c> stand for; finer digits than a tick are skipped.</summary>
    public static long Read(ReadOnlySpan<byte> fraction)
    {
        long ticks = 0;
        long unit = TimeSpan.TicksPerSecond / 10;
        for (int i = 1; i < fraction.Length && unit > 0 && char.IsAsciiDigit((char)fraction[i]); i++, unit /= 10)
        {
            ticks += (fraction[i] - '0') * unit;
        }

        return ticks;
    }
}
