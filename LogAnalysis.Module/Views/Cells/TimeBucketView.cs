using System.Management.Automation;

namespace LogAnalysis.Views.Cells;

/// <summary>The cells of a <see cref="LogTimeBucket"/>.</summary>
internal sealed class TimeBucketView(PSObject source) : ObjectView(source)
{
    public string Start => SecondOf(nameof(LogTimeBucket.Start));

    public string Errors => ErrorsOf(nameof(LogTimeBucket.Errors));

    public string Warnings => WarningsOf(nameof(LogTimeBucket.Warnings));

    public string ServerErrors => ErrorsOf(nameof(LogTimeBucket.ServerErrors));
}
