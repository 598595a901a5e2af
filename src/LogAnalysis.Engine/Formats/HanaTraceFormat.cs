using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>The trace files of SAP HANA: thread, connection and transaction in brackets, time, a letter for the level, component, source, message.</summary>
/// <remarks>Source: SAP HANA Administration Guide, "Database Trace (Basic, User-Specific, and End-to-End)".</remarks>
internal sealed class HanaTraceFormat() : LogFormat(
    "hana",
    "SAP HANA traces: thread, time, level, component, source, message",
    "[4711]{-1}[-1/-1] 2025-01-24 07:00:30.139632 e Logger           PersistenceManagerImpl.cpp(00217) : could not write the log")
{
    private const int MaxPrefixLength = 100;

    /// <inheritdoc/>
    internal override string FirstBytes => "[";

    /// <inheritdoc/>
    internal override string NeededMarks => "[]:";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int thread = DigitReader.CountLeading(line[1..]) + 1;
        int prefix = line[..Math.Min(line.Length, MaxPrefixLength)].IndexOf("] "u8);
        if (thread == 1 || prefix < 0 || !line[thread..].StartsWith("]{"u8))
        {
            return false;
        }

        int start = prefix + "] "u8.Length;
        int time = IsoTimestamp.Match(line[start..]);
        int letter = start + time + 1;
        if (time == 0 || letter + 1 >= line.Length || line[letter - 1] != ' ' || line[letter + 1] != ' ' || LevelOf(line[letter]) is not LogLevel level)
        {
            return false;
        }

        fields = default;
        fields.Timestamp = new ByteRange(start, time);
        fields.HasLevel = true;
        fields.Level = level;
        int source = line[letter..].IndexOf(") : "u8);
        fields.Message = ByteRange.Between(source < 0 ? letter + 2 : letter + source + ") : "u8.Length, line.Length);
        return true;
    }

    private static LogLevel? LevelOf(byte letter) => letter switch
    {
        (byte)'d' => LogLevel.Debug,
        (byte)'i' => LogLevel.Information,
        (byte)'w' => LogLevel.Warning,
        (byte)'e' => LogLevel.Error,
        (byte)'f' => LogLevel.Critical,
        _ => null,
    };
}
