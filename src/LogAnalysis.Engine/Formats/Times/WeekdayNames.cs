using System.Text;

namespace LogAnalysis.Formats.Times;

/// <summary>The English abbreviations of weekdays.</summary>
internal static class WeekdayNames
{
    private static ReadOnlySpan<byte> All => "MonTueWedThuFriSatSun"u8;

    /// <summary>Whether three letters name a weekday.</summary>
    public static bool Contains(ReadOnlySpan<byte> name)
    {
        for (int at = 0; at < All.Length; at += 3)
        {
            if (Ascii.EqualsIgnoreCase(name, All.Slice(at, 3)))
            {
                return true;
            }
        }

        return false;
    }
}
