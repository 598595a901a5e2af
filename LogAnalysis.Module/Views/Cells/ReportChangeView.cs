using System.Globalization;
using System.Management.Automation;

namespace LogAnalysis.Views.Cells;

/// <summary>The cells of a <see cref="LogReportChange"/>.</summary>
internal sealed class ReportChangeView(PSObject source) : ObjectView(source)
{
    private const double SurelyMany = 100;
    private const double Significant = 0.95;

    public string? Name => Painted(TextOf(nameof(LogReportChange.Name)));

    public string? Example => TextOf(nameof(LogReportChange.Example));

    public string? Id => TextOf(nameof(LogReportChange.Id));

    /// <summary>How many times as often: <c>x2.5</c>; empty for what is new, or gone.</summary>
    public string Ratio => NumberOf<double>(nameof(LogReportChange.Ratio)) switch
    {
        0 => string.Empty,
        < 1 and var ratio => "x" + ratio.ToString("0.00", CultureInfo.InvariantCulture),
        < SurelyMany and var ratio => "x" + ratio.ToString("0.0", CultureInfo.InvariantCulture),
        var ratio => "x" + ratio.ToString("N0", CultureInfo.InvariantCulture),
    };

    /// <summary>In per cent, rounded down: nothing is certain.</summary>
    public string Significance => (Math.Floor(NumberOf<double>(nameof(LogReportChange.Significance)) * 1000) / 10).ToString("0.0", CultureInfo.InvariantCulture) + "%";

    /// <summary>What is not significant is faint.</summary>
    private string? Painted(string? text)
    {
        bool isFaint = NumberOf<double>(nameof(LogReportChange.Significance)) < Significant;
        return text is null ? null : new Palette(SessionView.Style).Paint(text, isFaint ? TextStyle.Faint : TextStyle.None);
    }
}
