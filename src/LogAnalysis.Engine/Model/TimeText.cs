using System.Globalization;

namespace LogAnalysis.Model;

/// <summary>The time of a line as one text, also where its date or its zone is a field apart.</summary>
internal static class TimeText
{
    /// <summary>The longest that is joined.</summary>
    public const int MaxLength = 64;

    private const string DayFormat = "yyyy-MM-dd";
    private const int DayLength = 10;

    /// <summary>Whether the time is in one place.</summary>
    public static bool IsWhole(in LineFields fields) => fields.Day == 0 && fields.Date.IsEmpty;

    /// <summary>The time.</summary>
    /// <param name="line">The line.</param>
    /// <param name="fields">Its fields.</param>
    /// <param name="joined">Where the parts of the time are joined; as long as <see cref="MaxLength"/>.</param>
    /// <param name="zone">Receives the length of the zone that was a field apart, and of the space before it.</param>
    /// <returns>The time; empty if there is none, or it is too long.</returns>
    public static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> line, in LineFields fields, Span<byte> joined, out int zone)
    {
        zone = 0;
        ReadOnlySpan<byte> clock = fields.Timestamp.Of(line);
        if (IsWhole(in fields) || clock.IsEmpty)
        {
            return clock;
        }

        ReadOnlySpan<byte> date = fields.Day > 0 ? default : fields.Date.Of(line);
        ReadOnlySpan<byte> place = fields.Day > 0 ? default : fields.Zone.Of(line);
        int dateLength = fields.Day > 0 ? DayLength : date.Length;
        int zoneLength = place.IsEmpty ? 0 : place.Length + 1;
        int length = dateLength + 1 + clock.Length + zoneLength;
        if (length > MaxLength)
        {
            return default;
        }

        zone = zoneLength;

        joined.Fill((byte)' ');
        date.CopyTo(joined);
        if (fields.Day > 0)
        {
            DateOnly.FromDayNumber(fields.Day).TryFormat(joined, out _, DayFormat, CultureInfo.InvariantCulture);
        }

        clock.CopyTo(joined[(dateLength + 1)..]);
        place.CopyTo(joined[(length - place.Length)..]);
        return joined[..length];
    }
}
