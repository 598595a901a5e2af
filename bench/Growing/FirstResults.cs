using LogAnalysis.Bench.Generating;
using LogAnalysis.Bench.Sessions;

namespace LogAnalysis.Bench.Growing;

/// <summary>Measures how long the module takes to be there, and then to its first result, in new processes.</summary>
/// <param name="folder">Where files are written meanwhile.</param>
/// <param name="times">How many processes each figure comes from.</param>
/// <param name="progress">Is told what runs.</param>
internal sealed class FirstResults(string folder, int times, Action<string> progress)
{
    private const int Size = 1_000_000;

    /// <summary>The longest that importing the module may take, in milliseconds.</summary>
    private const double LongestImport = 150;

    /// <summary>The longest that a command may take to its first result, in milliseconds.</summary>
    private const double LongestCommand = 300;

    private static readonly DataSet[] Sets = [DataSet.App, DataSet.Access, DataSet.Json];
    private static readonly string[] Commands = ["Measure-LogErrors '{0}'", "Get-LogStatusCode '{0}' -Summary", "Get-LogReport '{0}'"];

    private readonly PowerShellHost _host = new();
    private readonly List<double> _imports = [];

    /// <summary>Measures it.</summary>
    public Table Measure()
    {
        var table = new Table("what", "milliseconds", "min - max", "at most");
        foreach (DataSet set in Sets)
        {
            string path = Path.Combine(folder, $"first-{set.FileName}");
            File.WriteAllBytes(path, set.ToBytes(Size));
            foreach (string command in Commands)
            {
                string shown = command.Replace("'{0}'", set.FileName, StringComparison.Ordinal);
                progress(shown);
                double[] runs = [.. Enumerable.Range(0, times).Select(_ => MeasureFirst(command.Replace("{0}", path, StringComparison.Ordinal)))];
                Add(table, $"{shown}, {ByteSize.Format(Size)}", runs, LongestCommand);
            }
        }

        if (!_host.IsEmbedded)
        {
            Add(table, "Import-Module", _imports, LongestImport);
        }

        return table;
    }

    private double MeasureFirst(string command)
    {
        using var session = new PowerShellSession(_host);
        _imports.Add(1000 * session.ImportSeconds);
        return 1000 * session.Run(command, "$null").Seconds;
    }

    private static void Add(Table table, string what, IReadOnlyCollection<double> milliseconds, double limit)
    {
        double median = Statistics.Median(milliseconds);
        table.Add(what, $"{median:0}", $"{milliseconds.Min():0} - {milliseconds.Max():0}", $"{limit:0} {(median <= limit ? "met" : "missed")}");
    }
}
