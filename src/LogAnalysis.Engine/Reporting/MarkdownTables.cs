namespace LogAnalysis.Reporting;

/// <summary>Writes headings, list items and tables as Markdown. What it is given is safe already.</summary>
internal sealed class MarkdownTables(TextWriter output)
{
    /// <summary>Writes the heading of a section.</summary>
    public void Heading(string title) => output.Write($"## {title}\n\n");

    /// <summary>Writes an item of a list.</summary>
    public void Item(string name, string value) => output.Write($"- **{name}:** {value}\n");

    /// <summary>Ends a list or a table.</summary>
    public void CompleteBlock() => output.Write('\n');

    /// <summary>Writes a section with a table; nothing where it has no rows.</summary>
    public void Table<T>(string title, IReadOnlyCollection<T> items, string[] columns, Func<T, string[]> cells)
    {
        if (items.Count == 0)
        {
            return;
        }

        Heading(title);
        WriteRow(columns);
        WriteRow([.. columns.Select(_ => "---")]);
        foreach (T item in items)
        {
            WriteRow(cells(item));
        }

        CompleteBlock();
    }

    private void WriteRow(string[] cells) => output.Write($"| {string.Join(" | ", cells)} |\n");
}
