using System.Management.Automation;

namespace LogAnalysis.Views.Cells;

/// <summary>The cells of a <see cref="LogHourCount"/>.</summary>
internal sealed class HourCountView(PSObject source) : ObjectView(source)
{
    public string Hour => NumberOf<int>(nameof(LogHourCount.Hour)).ToString("00", System.Globalization.CultureInfo.InvariantCulture);

    public string Errors => ErrorsOf(nameof(LogHourCount.Errors));
}
