using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>The user log of Oracle Tuxedo: clock, host, process, message, often with catalogue, number and level before it.</summary>
/// <remarks>Source: Oracle Tuxedo, "Log Entry Format" and <c>userlog(3c)</c>. The date is that of the file's name.</remarks>
internal sealed class TuxedoFormat() : LogFormat(
    "tuxedo",
    "User log of Oracle Tuxedo (ULOG): clock, host, process, message",
    "070030.139.app1!orders.4711.1.0: LIBTUX_CAT:4711: ERROR: could not reach the database")
{
    private const int ClockLength = 6;
    private const int MaxTagLength = 200;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Digits;

    /// <inheritdoc/>
    internal override string NeededMarks => "!.: 0";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int message = FindMessage(line);
        if (message == 0)
        {
            return false;
        }

        message = SkipTransaction(line, message);
        message = SkipCatalogue(line, message);
        fields = default;
        int colon = line[message..].IndexOf(": "u8);
        fields.HasLevel = colon > 0 && LevelNames.TryParseCapitals(line.Slice(message, colon), out fields.Level);
        fields.Message = ByteRange.Between(fields.HasLevel ? message + colon + 2 : message, line.Length);
        return true;
    }

    /// <summary>Whether a line begins as such a log does.</summary>
    internal static bool Matches(ReadOnlySpan<byte> line) => FindMessage(line) > 0;

    /// <summary>Where the text is behind clock, host and process; 0 if these are not there.</summary>
    private static int FindMessage(ReadOnlySpan<byte> line)
    {
        if (line.Length <= ClockLength || line[ClockLength] != '.' || DigitReader.CountLeading(line) != ClockLength)
        {
            return 0;
        }

        ReadOnlySpan<byte> near = line[..Math.Min(line.Length, MaxTagLength)];
        int tag = near.IndexOf(": "u8);
        int process = tag < 0 ? -1 : near[..tag].IndexOf((byte)'!');
        bool isTag = process > ClockLength + 1 && near[process..tag].Contains((byte)'.') && !near[..tag].Contains((byte)' ') && char.IsAsciiDigit((char)near[tag - 1]);
        return isTag ? tag + 2 : 0;
    }

    /// <summary>Skips <c>gtrid x0 x47fb1049 x16e: </c>.</summary>
    private static int SkipTransaction(ReadOnlySpan<byte> line, int at)
    {
        int end = line[at..].StartsWith("gtrid x"u8) ? line[at..].IndexOf(": "u8) : -1;
        return end < 0 ? at : at + end + 2;
    }

    /// <summary>Skips <c>LIBTUX_CAT:262: </c>.</summary>
    private static int SkipCatalogue(ReadOnlySpan<byte> line, int at)
    {
        int name = line[at..].IndexOf(":"u8);
        ReadOnlySpan<byte> rest = name > 0 && line.Slice(at, name).EndsWith("_CAT"u8) ? line[(at + name + 1)..].TrimStart((byte)' ') : default;
        int digits = DigitReader.CountLeading(rest);
        return digits > 0 && rest[digits..].StartsWith(": "u8) ? line.Length - rest.Length + digits + 2 : at;
    }
}
