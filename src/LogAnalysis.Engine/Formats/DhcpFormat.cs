using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>The audit log of Windows' DHCP server: a legend, a header row, and values with commas between them.</summary>
/// <remarks>
/// Source: Microsoft's documentation, "Analyze DHCP server log files"; the dates are <c>MM/dd/yy</c> whatever the culture. What the numbers of
/// events mean is in <see cref="DhcpEvents"/>.
/// </remarks>
internal sealed class DhcpFormat() : TabularFormat(
    "dhcp",
    "Audit log of Windows' DHCP server (DhcpSrvLog)",
    "31,01/24/25,07:00:30,DNS Update Failed,192.0.2.7,pc1.example.com,,,0,6,,,,,,,,,9560")
{
    /// <summary>The format, for what knows the columns.</summary>
    public static readonly DhcpFormat Instance = new();

    /// <summary>The fewest columns that a version of Windows has.</summary>
    public const int MinColumns = 7;

    /// <summary>Number, date, time and description. Versions of Windows differ in what follows.</summary>
    private const int LeastValues = 4;

    private const int DateLength = 8;
    private const int Century = 2000;

    private static readonly string[] FirstColumns = ["id", "date", "time", "description", "ip_address"];

    /// <summary>Whether a table is such a log.</summary>
    /// <param name="names">The normalized names of its columns.</param>
    public static bool Matches(string[] names) =>
        names.Length >= MinColumns && names.AsSpan(0, LeastValues).SequenceEqual(FirstColumns.AsSpan(0, LeastValues))
        && names[LeastValues] is "ip_address" or "ipv6_address";

    /// <summary>The names of columns, the first as they are in English.</summary>
    public static string[] NameColumns(string[] names) => [.. FirstColumns, .. names[FirstColumns.Length..]];

    /// <summary>Whether a line is the first of the legend above the header row.</summary>
    public static bool IsTitle(ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> title = line.Trim(" \t"u8);
        return title.StartsWith("Microsoft DHCP"u8) && (line[0] == '\t' || title.EndsWith(" Activity Log"u8));
    }

    /// <inheritdoc/>
    internal override FieldKind KindOf(string name) => name switch
    {
        "id" => FieldKind.DhcpEvent,
        "description" => FieldKind.Message,
        "ip_address" => FieldKind.Client,
        _ => FieldKind.None,
    };

    /// <inheritdoc/>
    internal override int MinValues(int columns) => LeastValues;

    /// <inheritdoc/>
    internal override void Refine(ReadOnlySpan<byte> line, ColumnLayout layout, ref LineFields fields)
    {
        ReadOnlySpan<byte> date = fields.Date.Of(line);
        if (date.Length == DateLength && DigitReader.TryRead(date, 0, 2, out int month) && DigitReader.TryRead(date, 3, 2, out int day)
            && DigitReader.TryRead(date, 6, 2, out int year) && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(Century + year, month))
        {
            fields.Day = new DateOnly(Century + year, month, day).DayNumber;
            fields.Date = default;
        }
    }
}
