using System.Management.Automation;

namespace LogAnalysis.Views.Cells;

/// <summary>The cells of a <see cref="LogUrlCount"/>.</summary>
internal sealed class UrlCountView(PSObject source) : ObjectView(source)
{
    public string Percent => PercentOf(nameof(LogUrlCount.Percent));

    public string ClientErrors => WarningsOf(nameof(LogUrlCount.ClientErrors));

    public string Errors => ErrorsOf(nameof(LogUrlCount.Errors));

    public string P95 => Value(nameof(LogUrlCount.P95)) is null ? string.Empty : DurationOf(nameof(LogUrlCount.P95));

    public string? Method => TextOf(nameof(LogUrlCount.Method));

    public string? Url => TextOf(nameof(LogUrlCount.Url));
}
