using System.Management.Automation;

namespace LogAnalysis.Views.Cells;

/// <summary>The cells of a <see cref="LogTopValue"/>.</summary>
internal sealed class TopValueView(PSObject source) : ObjectView(source)
{
    public string Percent => PercentOf(nameof(LogTopValue.Percent));

    public string? Name => TextOf(nameof(LogTopValue.Value));
}
