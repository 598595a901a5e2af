using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>The trace log of SQL Server Reporting Services: component, application, thread and time with exclamation marks between them, level, message.</summary>
/// <remarks>Source: Microsoft Learn, "Report Server Service Trace Log".</remarks>
internal sealed class ReportingServicesFormat() : LogFormat(
    "reporting-services",
    "SQL Server Reporting Services and Power BI Report Server trace logs",
    "library!ReportServer_0-1!1a2c!01/24/2025-07:00:30:: e ERROR: could not reach the catalog")
{
    private const int MaxPrefixLength = 120;
    private const int Marks = 3;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Letters;

    /// <inheritdoc/>
    internal override string NeededMarks => ":!";

    /// <inheritdoc/>
    internal override bool MayBegin(LineBeginning beginning) => beginning != LineBeginning.Prose;

    private static ReadOnlySpan<byte> BehindTime => ":: "u8;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int close = line[..Math.Min(line.Length, MaxPrefixLength)].IndexOf(BehindTime);
        int start = close < 0 ? -1 : line[..close].LastIndexOf((byte)'!') + 1;
        if (start <= 0 || line[..start].Contains((byte)' ') || line[..close].Count((byte)'!') < Marks)
        {
            return false;
        }

        int time = LeadingTimestamp.Match(line[start..], out bool hasDate);
        int letter = close + BehindTime.Length;
        if (time != close - start || !hasDate || letter + 1 >= line.Length || line[letter + 1] != ' ')
        {
            return false;
        }

        int word = letter + 2;
        int colon = line[word..].IndexOf((byte)':');
        fields = default;
        fields.Timestamp = new ByteRange(start, time);
        fields.HasLevel = TryReadLetter(line[letter], out fields.Level);
        fields.Message = ByteRange.Between(colon > 0 && LevelNames.TryParse(line.Slice(word, colon), out _) ? Math.Min(word + colon + 2, line.Length) : word, line.Length);
        return fields.HasLevel;
    }

    private static bool TryReadLetter(byte letter, out LogLevel level)
    {
        level = letter switch
        {
            (byte)'e' or (byte)'a' => LogLevel.Error,
            (byte)'w' => LogLevel.Warning,
            (byte)'i' => LogLevel.Information,
            (byte)'v' => LogLevel.Trace,
            _ => LogLevel.Unknown,
        };
        return level != LogLevel.Unknown;
    }
}
