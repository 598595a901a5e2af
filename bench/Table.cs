namespace LogAnalysis.Bench;

/// <summary>A table of text.</summary>
/// <param name="headers">What the columns are.</param>
internal sealed class Table(params string[] headers)
{
    private readonly List<string[]> _rows = [];

    /// <summary>Adds a row, of as many cells as there are columns.</summary>
    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>Writes it.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="asMarkdown">Whether as a table of Markdown rather than with columns aligned by spaces.</param>
    public void Write(TextWriter output, bool asMarkdown)
    {
        if (asMarkdown)
        {
            WriteMarkdown(output);
        }
        else
        {
            WriteAligned(output);
        }
    }

    private void WriteMarkdown(TextWriter output)
    {
        foreach (string[] cells in (IEnumerable<string[]>)[headers, [.. headers.Select(_ => "---")], .. _rows])
        {
            output.WriteLine($"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |");
        }
    }

    private void WriteAligned(TextWriter output)
    {
        int[] widths = [.. headers.Select((header, column) => Math.Max(header.Length, _rows.Max(row => (int?)row[column].Length) ?? 0))];
        foreach (string[] cells in (IEnumerable<string[]>)[headers, .. _rows])
        {
            output.WriteLine(string.Join("  ", cells.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }
    }
}
