using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Times;

namespace LogAnalysis.Querying;

/// <summary>Reads values as numbers and durations.</summary>
internal static class FieldNumber
{
    /// <summary>Reads a number as it is written, or a duration with a unit in milliseconds.</summary>
    public static bool TryRead(ReadOnlySpan<byte> value, out double number)
    {
        if (FieldValue.TryReadNumber(value, out number))
        {
            return true;
        }

        TimeSpan? duration = value.Length > 1 && char.IsAsciiDigit((char)value[0]) && IsUnit(value[^1]) ? DurationText.Read(value, DurationUnit.Milliseconds) : null;
        number = duration?.TotalMilliseconds ?? 0;
        return duration is not null;
    }

    /// <summary>Reads a duration: by its own unit, or by the one that the name of its field tells; else in seconds where it has a fraction, and in milliseconds otherwise.</summary>
    public static TimeSpan? ReadDuration(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) => DurationText.Read(value, UnitOf(FieldNames.Find(name), value));

    private static DurationUnit UnitOf(FieldKind kind, ReadOnlySpan<byte> value) => kind switch
    {
        FieldKind.DurationSeconds => DurationUnit.Seconds,
        FieldKind.DurationMilliseconds => DurationUnit.Milliseconds,
        FieldKind.DurationMicroseconds => DurationUnit.Microseconds,
        FieldKind.DurationNanoseconds => DurationUnit.Nanoseconds,
        _ => value.Contains((byte)'.') ? DurationUnit.Seconds : DurationUnit.Milliseconds,
    };

    private static bool IsUnit(byte last) => last is (byte)'s' or (byte)'m';
}
