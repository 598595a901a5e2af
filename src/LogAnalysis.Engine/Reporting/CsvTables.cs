using System.Globalization;
using System.Reflection;

namespace LogAnalysis.Reporting;

/// <summary>
/// Writes tables as CSV. Numbers are written alike in every culture, times in ISO 8601 with their offsets, durations in seconds, which
/// spreadsheets can calculate with.
/// </summary>
/// <remarks>Source: RFC 4180.</remarks>
internal sealed class CsvTables(TextWriter output)
{
    private const string LineEnd = "\r\n";

    private bool _any;

    /// <summary>Writes a table with a column for each property of its items that fits into a cell.</summary>
    /// <param name="name">The name of the table.</param>
    /// <param name="items">A row each.</param>
    /// <param name="except">A property that gets no column.</param>
    public void Write<T>(string name, IEnumerable<T> items, string? except = null)
    {
        PropertyInfo[] columns = [.. typeof(T).GetProperties().Where(property => property.Name != except && IsCell(property.PropertyType))];
        Write(name, [.. columns.Select(column => column.Name)], items.Select(item => columns.Select(column => column.GetValue(item)).ToArray()));
    }

    /// <summary>Writes a table.</summary>
    public void Write(string name, string[] columns, IEnumerable<object?[]> rows)
    {
        output.Write(_any ? LineEnd : string.Empty);
        _any = true;
        output.Write(name + LineEnd);
        WriteRow(columns);
        foreach (object?[] row in rows)
        {
            WriteRow(row);
        }
    }

    private void WriteRow(object?[] cells)
    {
        // An empty line would end the table.
        string row = string.Join(',', cells.Select(Format));
        output.Write((row.Length == 0 ? "\"\"" : row) + LineEnd);
    }

    /// <summary>Objects, and lists of them, are in the JSON of a report.</summary>
    private static bool IsCell(Type type) => type == typeof(string) || type == typeof(string[]) || (Nullable.GetUnderlyingType(type) ?? type).IsValueType;

    private static string Format(object? cell) => cell switch
    {
        null => string.Empty,
        string text => Quote(CsvText.Defuse(text)),
        string[] texts => Format(string.Join(", ", texts)),
        long[] counts => string.Join(' ', counts.Select(count => count.ToString(CultureInfo.InvariantCulture))),
        DateTimeOffset time => time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture),
        TimeSpan duration => duration.TotalSeconds.ToString("0.#######", CultureInfo.InvariantCulture),
        Enum or bool => cell.ToString()!,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A cell cannot hold a {cell.GetType()}.", nameof(cell)),
    };

    /// <summary>In quotes wherever a reader could take part of it for a separator, or trim it.</summary>
    private static string Quote(string text) =>
        text.AsSpan().IndexOfAny("\",;") >= 0 || text.StartsWith(' ') || text.EndsWith(' ') ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
