namespace LogAnalysis.Bench;

/// <summary>A table of Markdown, with columns aligned to be read in a terminal too.</summary>
/// <param name="headers">The heads of the columns.</param>
internal sealed class Table(params string[] headers)
{
    private readonly List<string[]> _rows = [];

    /// <summary>Adds a row, of as many cells as there are columns.</summary>
    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>Writes it, followed by an empty line.</summary>
    public void Write(TextWriter output)
    {
        int[] widths = [.. headers.Select((header, column) => _rows.Select(row => row[column].Length).Append(header.Length).Max())];
        foreach (string[] cells in (IEnumerable<string[]>)[headers, [.. headers.Select(_ => "---")], .. _rows])
        {
            output.WriteLine($"| {string.Join(" | ", cells.Select((cell, column) => cell.PadRight(widths[column])))} |");
        }

        output.WriteLine();
    }
}
