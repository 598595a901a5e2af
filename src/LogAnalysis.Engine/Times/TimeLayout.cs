using System.Globalization;

namespace LogAnalysis.Times;

/// <summary>
/// A layout of times that a user has written as a format of .NET: <c>dd.MM.yyyy HH:mm:ss</c>. Names of months and days are English. Spaces may
/// pad numbers. Without an offset it is a time of the log's zone, or UTC where a <c>Z</c> is at its end.
/// </summary>
internal sealed class TimeLayout
{
    private const DateTimeStyles Lenient = DateTimeStyles.AllowWhiteSpaces;
    private const int YearsBack = 8;

    private static readonly DateTimeOffset Sample = new(2001, 2, 3, 14, 5, 6, 789, TimeSpan.FromHours(1));

    private readonly string _layout;
    private readonly bool _hasOffset;
    private readonly bool _hasYear;

    private TimeLayout(string layout, string specifiers)
    {
        // A single letter stands for a whole layout.
        _hasOffset = layout.Length == 1 || specifiers.AsSpan().ContainsAny('z', 'K');
        _hasYear = layout.Length == 1 || specifiers.Contains('y', StringComparison.Ordinal);
        _layout = _hasYear ? layout : "yyyy " + layout;
    }

    /// <summary>Makes a layout.</summary>
    /// <returns>The layout; null where it is malformed, cannot be read back, or has no day.</returns>
    public static TimeLayout? Create(string layout)
    {
        string specifiers = layout.Length == 1 ? layout : SpecifiersOf(layout);
        if (layout.Length == 0 || (layout.Length > 1 && !specifiers.Contains('d', StringComparison.Ordinal)))
        {
            return null;
        }

        try
        {
            var created = new TimeLayout(layout, specifiers);
            string written = Sample.ToString(created._layout, CultureInfo.InvariantCulture);
            return DateTimeOffset.TryParseExact(written, created._layout, CultureInfo.InvariantCulture, Lenient, out _) ? created : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Reads a time.</summary>
    /// <param name="text">The whole time.</param>
    /// <param name="reference">When the log was last written: a time without a year is not later than that.</param>
    /// <param name="conventions">What is known of the times of the log.</param>
    /// <param name="time">The time.</param>
    public bool TryRead(ReadOnlySpan<char> text, DateTime reference, TimeConventions conventions, out DateTimeOffset time)
    {
        if (_hasOffset)
        {
            return DateTimeOffset.TryParseExact(text, _layout, CultureInfo.InvariantCulture, Lenient | DateTimeStyles.AssumeUniversal, out time);
        }

        time = default;
        bool isRead = _hasYear
            ? DateTime.TryParseExact(text, _layout, CultureInfo.InvariantCulture, Lenient, out DateTime clock)
            : TryReadWithoutYear(text, reference, out clock);
        bool isUtc = text.EndsWith("Z", StringComparison.Ordinal);
        return isRead && Timestamps.TryCreate(clock, isUtc ? TimeSpan.Zero : (conventions.Zone ?? TimeZoneInfo.Local).GetUtcOffset(clock), out time);
    }

    /// <summary>The latest year in which there is such a day, with its weekday if it is given, and which is not in the log's future.</summary>
    private bool TryReadWithoutYear(ReadOnlySpan<char> text, DateTime reference, out DateTime clock)
    {
        for (int year = Math.Min(reference.Year + 1, DateTime.MaxValue.Year); year > Math.Max(0, reference.Year - YearsBack); year--)
        {
            string dated = string.Create(CultureInfo.InvariantCulture, $"{year:0000} {text}");
            if (DateTime.TryParseExact(dated, _layout, CultureInfo.InvariantCulture, Lenient, out clock) && YearInference.IsPast(clock, reference))
            {
                return true;
            }
        }

        clock = default;
        return false;
    }

    /// <summary>The letters of a layout that stand for parts of a time: not what is quoted or escaped.</summary>
    private static string SpecifiersOf(string layout)
    {
        var specifiers = new System.Text.StringBuilder();
        for (int i = 0; i < layout.Length; i++)
        {
            if (layout[i] is '\'' or '"')
            {
                int close = layout.IndexOf(layout[i], i + 1);
                i = close < 0 ? layout.Length : close;
            }
            else if (layout[i] == '\\')
            {
                i++;
            }
            else
            {
                specifiers.Append(layout[i]);
            }
        }

        return specifiers.ToString();
    }
}
