namespace LogAnalysis.Views.Dashboard;

/// <summary>What there is to draw on.</summary>
/// <param name="Palette">The colours.</param>
/// <param name="Width">How many cells a line has.</param>
internal readonly record struct Canvas(Palette Palette, int Width)
{
    private const int Gap = 3;

    /// <summary>A new line.</summary>
    public Row NewRow() => new(Palette);

    /// <summary>The headline of a block.</summary>
    public Row Title(string text) => NewRow().Add(text, TextStyle.Strong);

    /// <summary>Draws blocks beside each other. Those without a share are left out.</summary>
    public IEnumerable<Row> Beside(IReadOnlyList<Block> blocks)
    {
        Block[] shown = [.. blocks.Where(block => block.Share > 0)];
        double sum = shown.Sum(block => block.Share);
        int room = Width - (Gap * (shown.Length - 1));
        var columns = new List<(int Start, Row[] Rows)>();
        int start = 0;
        foreach (Block block in shown)
        {
            int width = (int)(room * block.Share / sum);
            columns.Add((start, [.. block.Draw(this with { Width = width })]));
            start += width + Gap;
        }

        for (int i = 0; i < columns.Select(column => column.Rows.Length).DefaultIfEmpty().Max(); i++)
        {
            Row row = NewRow();
            foreach ((int column, Row[] rows) in columns.Where(column => i < column.Rows.Length))
            {
                row.AddAt(column, rows[i]);
            }

            yield return row;
        }
    }
}
