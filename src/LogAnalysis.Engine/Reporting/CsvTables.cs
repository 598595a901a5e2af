using System.Globalization;

namespace LogAnalysis.Reporting;

/// <summary>
/// Writes tables as CSV, one beneath another. Numbers are written alike in every culture, times in ISO 8601 with their offsets, durations
/// in seconds, which spreadsheets reckon with.
/// </summary>
/// <remarks>Source: RFC 4180.</remarks>
internal sealed class CsvTables(TextWriter output)
{
    private const string LineEnd = "\r\n";

    private bool _any;

    /// <summary>Begins a table.</summary>
    public void Begin(string name, params string[] columns)
    {
        output.Write(_any ? LineEnd : string.Empty);
        _any = true;
        output.Write(name + LineEnd);
        WriteRow(columns);
    }

    /// <summary>Writes a row for each item.</summary>
    public void Rows<T>(IEnumerable<T> items, Func<T, object?[]> cells)
    {
        foreach (T item in items)
        {
            WriteRow(cells(item));
        }
    }

    private void WriteRow(object?[] cells)
    {
        // An empty line would end the table.
        string row = string.Join(',', cells.Select(Format));
        output.Write((row.Length == 0 ? "\"\"" : row) + LineEnd);
    }

    private static string Format(object? cell) => cell switch
    {
        null => string.Empty,
        string text => Quote(CsvText.Defuse(text)),
        DateTimeOffset time => time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture),
        TimeSpan duration => duration.TotalSeconds.ToString("0.#######", CultureInfo.InvariantCulture),
        Enum name => name.ToString(),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A cell cannot hold a {cell.GetType()}.", nameof(cell)),
    };

    /// <summary>In quotes where anybody could take a part of it for a separator, or trim it.</summary>
    private static string Quote(string text) =>
        text.AsSpan().IndexOfAny("\",;") >= 0 || text.StartsWith(' ') || text.EndsWith(' ') ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
