using System.Text;
using LogAnalysis.Fields;
using LogAnalysis.Model;

namespace LogAnalysis.Formats;

/// <summary>Counters of Windows' performance monitor as CSV: time, then a value a counter. Counters may be of errors; their values are none.</summary>
/// <remarks>Source: Microsoft Learn, <c>typeperf</c>, <c>logman</c> and <c>relog</c>: the header names format, zone and bias before the counters.</remarks>
internal sealed class PerformanceFormat() : TabularFormat(
    "pdh-csv",
    "Windows performance counters (typeperf, logman, relog)",
    "\"01/24/2025 07:00:30.139\",\"12.345678\",\"0.000000\"")
{
    /// <summary>The format, for what knows the columns.</summary>
    public static readonly PerformanceFormat Instance = new();

    private const string Mark = "(pdh-csv";

    private static ReadOnlySpan<byte> Beginning => "\"(PDH-CSV 4.0)"u8;

    /// <summary>The columns that a header declares; null for any other line.</summary>
    public static ColumnLayout? ReadHeader(ReadOnlySpan<byte> line) =>
        line.StartsWith(Beginning) ? new ColumnLayout(Instance, Encoding.UTF8.GetString(line).Split("\",\""), (byte)',', isQuoted: true) : null;

    /// <inheritdoc/>
    internal override FieldKind KindOf(string name) => name.StartsWith(Mark, StringComparison.Ordinal) ? FieldKind.Timestamp : FieldKind.None;

    /// <inheritdoc/>
    internal override void Refine(ReadOnlySpan<byte> line, ColumnLayout layout, ref LineFields fields)
    {
        fields.HasLevel = true;
        fields.Level = LogLevel.Information;
    }
}
