using System.Text;

namespace LogAnalysis.Formats.Times;

/// <summary>The English abbreviations of months, as logs write them whatever the machine's language.</summary>
internal static class MonthNames
{
    private static ReadOnlySpan<byte> All => "JanFebMarAprMayJunJulAugSepOctNovDec"u8;

    /// <summary>Whether three letters name a month, and which, 1 to 12.</summary>
    public static bool TryParse(ReadOnlySpan<byte> name, out int month)
    {
        for (month = 1; month <= 12; month++)
        {
            if (Ascii.EqualsIgnoreCase(name, All.Slice((month - 1) * 3, 3)))
            {
                return true;
            }
        }

        return false;
    }
}
