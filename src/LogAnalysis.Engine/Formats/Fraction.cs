namespace LogAnalysis.Formats;

/// <summary>Fractions of a second.</summary>
internal static class Fraction
{
    /// <summary>The ticks that a mark and digits such as <c>.139</c> stand for; finer digits than a tick are passed over.</summary>
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
