using System.Management.Automation;

namespace LogAnalysis.Views.Cells;

/// <summary>The cells of a <see cref="LogClientCount"/>.</summary>
internal sealed class ClientCountView(PSObject source) : ObjectView(source)
{
    public string Percent => PercentOf(nameof(LogClientCount.Percent));

    public string ClientErrors => WarningsOf(nameof(LogClientCount.ClientErrors));

    public string Errors => ErrorsOf(nameof(LogClientCount.Errors));

    public string? Client => TextOf(nameof(LogClientCount.Client));
}
