using System.Globalization;

namespace LogAnalysis.Bench;

/// <summary>Sizes as people write them, in powers of 1,000: <c>300m</c> is 300,000,000 bytes.</summary>
internal static class ByteSize
{
    public static long Parse(string text)
    {
        int unit = 1 + "kmg".IndexOf(text.Length == 0 ? ' ' : char.ToLowerInvariant(text[^1]), StringComparison.Ordinal);
        string digits = unit == 0 ? text : text[..^1];
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count > 0
            ? count * (long)Math.Pow(1000, unit)
            : throw new BenchException($"'{text}' is no size; sizes are written like 500k, 100m or 1g.");
    }
}
