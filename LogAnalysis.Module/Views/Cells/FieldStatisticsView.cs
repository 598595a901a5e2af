using System.Management.Automation;

namespace LogAnalysis.Views.Cells;

/// <summary>The cells of a <see cref="LogFieldStatistics"/>.</summary>
internal sealed class FieldStatisticsView(PSObject source) : ObjectView(source)
{
    public string? Name => TextOf(nameof(LogFieldStatistics.Name));

    public string? Group => TextOf(nameof(LogFieldStatistics.Group));

    /// <summary>The field, and of which entries: <c>Elapsed: /api/orders</c>.</summary>
    public string? NameAndGroup => string.IsNullOrEmpty(Group) ? Name : $"{Name}: {Group}";

    public string WindowStart => TimeOf(nameof(LogFieldStatistics.WindowStart));

    public string Sum => DecimalOf(nameof(LogFieldStatistics.Sum));

    public string Average => DecimalOf(nameof(LogFieldStatistics.Average));

    public string Minimum => DecimalOf(nameof(LogFieldStatistics.Minimum));

    public string Maximum => DecimalOf(nameof(LogFieldStatistics.Maximum));

    public string P50 => DecimalOf(nameof(LogFieldStatistics.P50));

    public string P90 => DecimalOf(nameof(LogFieldStatistics.P90));

    public string P95 => DecimalOf(nameof(LogFieldStatistics.P95));

    public string P99 => DecimalOf(nameof(LogFieldStatistics.P99));
}
