using System.Text;
using LogAnalysis.Text;

namespace LogAnalysis.Times;

/// <summary>Abbreviations of time zones, and the offsets from UTC for which they stand.</summary>
/// <remarks>
/// One that has several meanings has that of the reader's own zone, as in a log of this machine; otherwise the one that most logs mean. Source: RFC 2822,
/// section 4.3, which makes EST, CST, MST and PST American; the abbreviations of IANA's time zone database, and those that Java writes. Left out are
/// those that are words in logs too, such as GET and ART.
/// </remarks>
internal static class ZoneAbbreviations
{
    /// <summary>Minutes east of UTC.</summary>
    private static readonly (int Minutes, string Names)[] Rows =
    [
        (0, "utc ut gmt wet"),
        (60, "cet met mez west wat bst"),
        (120, "cest mest mesz eet sast cat"),
        (180, "eest msk eat idt trt"),
        (210, "irst"),
        (240, "msd samt gst"),
        (270, "irdt aft"),
        (300, "pkt uzt yekt"),
        (330, "ist"),
        (345, "npt"),
        (360, "omst"),
        (420, "ict wib krat novt"),
        (480, "hkt sgt wita irkt awst"),
        (540, "jst kst wit yakt"),
        (570, "acst"),
        (600, "aest vlat"),
        (630, "acdt"),
        (660, "aedt magt"),
        (720, "nzst pett"),
        (780, "nzdt"),
        (-120, "brst"),
        (-150, "ndt"),
        (-180, "adt brt clst uyt"),
        (-210, "nst"),
        (-240, "edt ast clt vet"),
        (-300, "est cdt cot pet"),
        (-360, "cst mdt"),
        (-420, "mst pdt"),
        (-480, "pst akdt"),
        (-540, "akst hdt"),
        (-600, "hst"),
        (-660, "sst"),
    ];

    private static readonly WordTable<int> Offsets = new(Rows);

    /// <summary>All of them, in order: whether a word is one is asked of nearly every line.</summary>
    private static readonly ulong[] Packed = [.. Rows.SelectMany(row => row.Names.Split(' ')).Select(name => Pack(Encoding.ASCII.GetBytes(name.ToUpperInvariant()))).Order()];

    private static readonly ((string Places, int Minutes)[] Meanings, string Name)[] OtherMeanings =
    [
        ([("Asia/Dhaka", 360)], "bst"),
        ([("Europe/Dublin Eire", 60), ("Asia/Jerusalem Asia/Tel_Aviv Israel", 120)], "ist"),
        ([("Asia/Shanghai Asia/Urumqi Asia/Chongqing Asia/Harbin Asia/Taipei Asia/Macau PRC ROC", 480), ("America/Havana Cuba", -300)], "cst"),
        ([("America/Havana Cuba", -240)], "cdt"),
        ([("Australia/", 600)], "est"),
        ([("Australia/", 660)], "edt"),
        ([("Asia/Manila", 480)], "pst"),
        ([("Asia/Riyadh Asia/Baghdad Asia/Kuwait Asia/Qatar Asia/Bahrain Asia/Aden", 180)], "ast"),
        ([("Asia/Singapore Singapore", 480)], "sst"),
    ];

    /// <summary>What some of them mean elsewhere, by the beginnings of zones' names.</summary>
    private static readonly WordTable<(string Places, int Minutes)[]> Elsewhere = new(OtherMeanings);

    /// <summary>All of them, in minutes east of UTC, separated by spaces.</summary>
    public static IReadOnlyList<(int Minutes, string Names)> All => Rows;

    /// <summary>Those that have several meanings: the usual one, and those in places whose names begin with one of these, separated by spaces.</summary>
    public static IEnumerable<(string Name, int Minutes, (string Places, int Minutes)[] Elsewhere)> Ambiguous =>
        OtherMeanings.Select(row => (row.Name, Rows.First(usual => usual.Names.Split(' ').Contains(row.Name)).Minutes, row.Meanings));

    /// <summary>Whether a word in capitals is one of them.</summary>
    public static bool Contains(ReadOnlySpan<byte> name) => Packed.AsSpan().BinarySearch(Pack(name)) >= 0;

    /// <summary>The offset for which an abbreviation stands; null for other words.</summary>
    /// <param name="name">The word.</param>
    /// <param name="here">The zone of the reader.</param>
    public static TimeSpan? Find(ReadOnlySpan<byte> name, TimeZoneInfo here) =>
        Elsewhere.TryFind(name, out (string Places, int Minutes)[]? meanings) && FindHere(meanings!, here) is int own ? TimeSpan.FromMinutes(own)
        : Offsets.TryFind(name, out int minutes) ? TimeSpan.FromMinutes(minutes)
        : null;

    private static int? FindHere((string Places, int Minutes)[] meanings, TimeZoneInfo here)
    {
        string id = here.HasIanaId || !TimeZoneInfo.TryConvertWindowsIdToIanaId(here.Id, out string? converted) ? here.Id : converted;
        foreach ((string places, int minutes) in meanings)
        {
            if (Array.Exists(places.Split(' '), place => id.StartsWith(place, StringComparison.Ordinal)))
            {
                return minutes;
            }
        }

        return null;
    }

    /// <summary>A short word as a number.</summary>
    private static ulong Pack(ReadOnlySpan<byte> name)
    {
        ulong packed = 0;
        foreach (byte letter in name)
        {
            packed = (packed << 8) | letter;
        }

        return packed;
    }
}
