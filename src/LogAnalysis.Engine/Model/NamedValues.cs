using System.Collections;
using System.Collections.Specialized;
using System.Globalization;

namespace LogAnalysis.Model;

/// <summary>Values by their names, whatever the case, that say what they are where something asks for their text, as <c>Export-Csv</c> does.</summary>
/// <param name="count">How many there will be.</param>
internal sealed class NamedValues(int count) : OrderedDictionary(count, StringComparer.OrdinalIgnoreCase)
{
    /// <summary>The values with their names.</summary>
    public override string ToString() => string.Join("; ", this.Cast<DictionaryEntry>().Select(field => $"{field.Key}={Describe(field.Value)}"));

    private static string Describe(object? value) => value switch
    {
        object?[] items => string.Join(", ", items.Select(Describe)),
        NamedValues members => $"({members})",
        DateTimeOffset time => time.ToString("O", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty,
    };
}
