using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>The event log of a server's management controller, as <c>ipmitool sel list</c> shows it: number, date, clock, sensor, event, direction.</summary>
/// <remarks>
/// Source: ipmitool's manual, <c>sel</c>; IPMI 2.0, tables 42-2 and 42-3: what an event says of a sensor, which is over where it is deasserted.
/// </remarks>
internal sealed class SystemEventLogFormat() : LogFormat(
    "ipmi-sel",
    "System event log of a management controller (ipmitool sel list)",
    "   1 | 01/24/2025 | 07:00:30 | Power Supply #0x64 | Failure detected | Asserted")
{
    private const int MaxNumberLength = 4;

    /// <summary>What the text of an event says. The first that it has counts: those that contain another are before it.</summary>
    private static readonly (byte[] Text, LogLevel Level)[] Events =
    [
        .. new[]
        {
            ("non-critical", LogLevel.Warning), ("uncorrectable", LogLevel.Error), ("correctable", LogLevel.Warning), ("predictive", LogLevel.Warning),
            ("non-recoverable", LogLevel.Critical), ("critical", LogLevel.Critical), ("fatal", LogLevel.Critical), ("panic", LogLevel.Critical),
            ("degraded", LogLevel.Warning), ("redundancy lost", LogLevel.Error), ("fail", LogLevel.Error), ("fault", LogLevel.Error), ("error", LogLevel.Error),
            ("lost", LogLevel.Error), ("thermal trip", LogLevel.Error), ("ierr", LogLevel.Error),
        }.Select(known => (System.Text.Encoding.ASCII.GetBytes(known.Item1), known.Item2)),
    ];

    private static readonly WordTable<bool> Directions = new((true, "Asserted Deasserted"));

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.None;

    /// <inheritdoc/>
    internal override string FirstBytes => " 0123456789abcdef";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int start = Math.Max(line.IndexOfAnyExcept((byte)' '), 0);
        int number = line[start..].IndexOf(" | "u8);
        if (number is <= 0 or > MaxNumberLength || !HexReader.IsNumber(line.Slice(start, number)))
        {
            return false;
        }

        var cells = new WordReader(line, start + number + 1, (byte)'|');
        ByteRange date = cells.Next();
        ByteRange clock = cells.Next();
        ByteRange sensor = cells.Next();
        ByteRange text = cells.Next();
        bool isDirected = false;
        bool isOver = false;
        for (ByteRange cell = cells.Next(); !cell.IsEmpty; cell = cells.Next())
        {
            ReadOnlySpan<byte> word = cell.Of(line).Trim((byte)' ');
            isDirected |= Directions.Contains(word);
            isOver |= word.StartsWith("Deasserted"u8);
            text = isDirected ? text : ByteRange.Between(text.Start, cell.End);
        }

        if (text.IsEmpty || !(isDirected || sensor.Of(line).IndexOf(" #0x"u8) > 0))
        {
            return false;
        }

        fields = default;
        fields.HasLevel = true;
        fields.Level = isOver ? LogLevel.Information : LevelOf(text.Of(line));
        fields.Timestamp = TimeOf(line, ByteRange.Between(date.Start + 1, clock.End));
        fields.Message = ByteRange.Between(sensor.Start + 1, line.Length);
        return true;
    }

    /// <summary>Before the controller knows the time, it counts the seconds since its start.</summary>
    private static ByteRange TimeOf(ReadOnlySpan<byte> line, ByteRange cells) => new(cells.Start, CalendarTimestamp.Match(cells.Of(line)));

    private static LogLevel LevelOf(ReadOnlySpan<byte> text)
    {
        foreach ((byte[] known, LogLevel level) in Events)
        {
            if (ContainsIgnoringCase(text, known))
            {
                return level;
            }
        }

        return LogLevel.Information;
    }

    private static bool ContainsIgnoringCase(ReadOnlySpan<byte> text, ReadOnlySpan<byte> known)
    {
        for (int at = 0; at + known.Length <= text.Length; at++)
        {
            if (System.Text.Ascii.EqualsIgnoreCase(text.Slice(at, known.Length), known))
            {
                return true;
            }
        }

        return false;
    }
}
