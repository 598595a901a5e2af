using System.Globalization;

namespace LogAnalysis.Bench;

/// <summary>Sizes as people write them, in powers of 1,000: <c>300m</c> is 300,000,000 bytes.</summary>
internal static class ByteSize
{
    /// <summary>Reads a size: digits, and <c>k</c>, <c>m</c> or <c>g</c>.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static long Parse(string text)
    {
        (string digits, long unit) = text switch
        {
            [.. string number, 'k' or 'K'] => (number, 1_000L),
            [.. string number, 'm' or 'M'] => (number, 1_000_000L),
            [.. string number, 'g' or 'G'] => (number, 1_000_000_000L),
            _ => (text, 1L),
        };
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count > 0
            ? count * unit
            : throw new UsageException($"'{text}' is no size; sizes are written like 500k, 100m or 1g.");
    }

    /// <summary>Writes a size for people: <c>1 GB</c>, <c>52.4 MB</c>.</summary>
    public static string Format(long bytes)
    {
        (double number, string unit) = bytes switch
        {
            >= 1_000_000_000 => (bytes / 1e9, "GB"),
            >= 1_000_000 => (bytes / 1e6, "MB"),
            >= 1_000 => (bytes / 1e3, "KB"),
            _ => (bytes, "bytes"),
        };
        return $"{number:0.#} {unit}";
    }
}
