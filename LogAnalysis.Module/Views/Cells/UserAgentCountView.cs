using System.Management.Automation;

namespace LogAnalysis.Views.Cells;

/// <summary>The cells of a <see cref="LogUserAgentCount"/>.</summary>
internal sealed class UserAgentCountView(PSObject source) : ObjectView(source)
{
    public string Percent => PercentOf(nameof(LogUserAgentCount.Percent));

    public string Errors => ErrorsOf(nameof(LogUserAgentCount.Errors));

    public string? Family => TextOf(nameof(LogUserAgentCount.Family));
}
