using System.Globalization;
using System.Management.Automation;

namespace LogAnalysis.Views.Cells;

/// <summary>The cells of a <see cref="LogFieldSummary"/>.</summary>
internal sealed class FieldSummaryView(PSObject source) : ObjectView(source)
{
    private const int MaxInTable = 4;

    public string? Name => TextOf(nameof(LogFieldSummary.Name));

    public string Percent => PercentOf(nameof(LogFieldSummary.Percent));

    public string? Minimum => LimitOf(nameof(LogFieldSummary.Minimum));

    public string? Maximum => LimitOf(nameof(LogFieldSummary.Maximum));

    /// <summary>The values alone where none is more frequent than another.</summary>
    public string? Top => ConsoleText.Escape(string.Join(", ", Values.Take(MaxInTable).Select(Describe)));

    public string? TopLines => ConsoleText.Lines(ListOf(nameof(LogFieldSummary.Top)), int.MaxValue);

    private IEnumerable<PSObject> Values => (ListOf(nameof(LogFieldSummary.Top))?.Cast<object>() ?? []).Select(PSObject.AsPSObject);

    private static string Describe(PSObject value)
    {
        long count = LanguagePrimitives.TryConvertTo(value.Properties[nameof(LogTopValue.Count)]?.Value, CultureInfo.InvariantCulture, out long known) ? known : 0;
        string text = value.Properties[nameof(LogTopValue.Value)]?.Value?.ToString() ?? string.Empty;
        return count > 1 ? string.Create(CultureInfo.InvariantCulture, $"{text} ({count})") : text;
    }

    private string? LimitOf(string name) => Value(name) switch
    {
        null => null,
        PSObject { BaseObject: long or int or double } or long or int or double => DecimalOf(name),
        _ => TimeOf(name),
    };
}
