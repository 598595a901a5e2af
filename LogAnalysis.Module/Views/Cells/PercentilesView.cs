using System.Management.Automation;

namespace LogAnalysis.Views.Cells;

/// <summary>The cells of <see cref="LogPercentiles"/>.</summary>
internal sealed class PercentilesView(PSObject source) : ObjectView(source)
{
    public string P50 => DurationOf(nameof(LogPercentiles.P50));

    public string P90 => DurationOf(nameof(LogPercentiles.P90));

    public string P95 => DurationOf(nameof(LogPercentiles.P95));

    public string P99 => DurationOf(nameof(LogPercentiles.P99));

    public string Max => DurationOf(nameof(LogPercentiles.Max));

    /// <summary>All of them in one line.</summary>
    public string Line => $"P50 {P50}, P90 {P90}, P95 {P95}, P99 {P99}, longest {Max}";
}
