using Microsoft.VisualBasic.FileIO;

namespace LogAnalysis.Bench;

/// <summary>The messages of a log with the templates that people have assigned to them, as public labelled logs have them in a CSV file.</summary>
/// <param name="Messages">The messages without their headers.</param>
/// <param name="Events">The identifier of each message's template.</param>
/// <param name="Templates">Each message's template, with <c>&lt;*&gt;</c> for values.</param>
internal sealed record LabelledMessages(string[] Messages, string[] Events, string[] Templates)
{
    /// <summary>How the names of such files end; the log itself has the rest of the name.</summary>
    public const string Suffix = "_structured.csv";

    private static readonly string[] Columns = ["Content", "EventId", "EventTemplate"];

    /// <summary>Reads a file.</summary>
    /// <exception cref="BenchException">It has other columns.</exception>
    public static LabelledMessages Read(string file)
    {
        using var parser = new TextFieldParser(file) { HasFieldsEnclosedInQuotes = true, TrimWhiteSpace = false };
        parser.SetDelimiters(",");
        string[] header = parser.ReadFields() ?? [];
        int[] columns = [.. Columns.Select(name => Array.IndexOf(header, name))];
        if (Array.Exists(columns, column => column < 0))
        {
            throw new BenchException($"{file} has no columns Content, EventId and EventTemplate.");
        }

        List<string[]> rows = [];
        while (!parser.EndOfData)
        {
            rows.Add(parser.ReadFields()!);
        }

        return new LabelledMessages([.. Column(0)], [.. Column(1)], [.. Column(2)]);

        IEnumerable<string> Column(int index) => rows.Select(row => row[columns[index]]);
    }
}
