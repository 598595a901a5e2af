using System.Text;

namespace LogAnalysis.Tests.Support;

/// <summary>Reads CSV as RFC 4180 has it.</summary>
internal static class CsvReader
{
    /// <summary>The tables of a report by name, each with its heads first.</summary>
    public static Dictionary<string, string[][]> Tables(string text) => text.Split("\r\n\r\n")
        .Select(Rows)
        .ToDictionary(rows => rows[0].Single(), rows => rows[1..]);

    /// <summary>The rows of a text.</summary>
    public static string[][] Rows(string text)
    {
        var rows = new List<string[]>();
        var cells = new List<string>();
        var cell = new StringBuilder();
        bool isQuoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (isQuoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
            {
                cell.Append(text[++i]);
            }
            else if (c == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && c is ',' or '\r')
            {
                cells.Add(cell.ToString());
                cell.Clear();
                if (c == '\r')
                {
                    rows.Add([.. cells]);
                    cells.Clear();
                    i++;
                }
            }
            else
            {
                cell.Append(c);
            }
        }

        if (cell.Length > 0 || cells.Count > 0)
        {
            rows.Add([.. cells, cell.ToString()]);
        }

        return [.. rows];
    }
}
