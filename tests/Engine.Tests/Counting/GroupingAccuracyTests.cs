using LogAnalysis.Counting;
using LogAnalysis.Files;
using LogAnalysis.Model;
using LogAnalysis.Reading;
using Microsoft.VisualBasic.FileIO;
using Xunit;

namespace LogAnalysis.Tests.Counting;

/// <summary>
/// How well messages are grouped, against the events that people have assigned to them: a line is right only if its group holds
/// exactly the lines of its event.
/// </summary>
public sealed class GroupingAccuracyTests
{
    private static readonly string[] Logs = ["Apache", "BGL", "Hadoop", "HDFS", "HealthApp", "HPC", "Linux", "OpenSSH"];

    [LabelledLogsFact]
    public void It_is_097_on_average_and_nowhere_below_090_with_one_setting_for_all_logs()
    {
        double[] accuracies = [.. Logs.Select(log => Accuracy(Path.Combine(LabelledLogs.Folder, "loghub", $"{log}_2k.log")))];
        Assert.All(accuracies, accuracy => Assert.InRange(accuracy, 0.90, 1));
        Assert.InRange(accuracies.Average(), 0.97, 1);
    }

    private static double Accuracy(string log)
    {
        string[] truth = [.. EventsIn(log + "_structured.csv")];
        var masks = new MaskCollector();
        LogFileReader.Read(log, ReadOptions.Default, masks, NoProgress.Instance, CancellationToken.None);
        string[] groups = [.. PatternClusters.Find(masks.Masks).Select(pattern => pattern.Text)];
        Assert.Equal(truth.Length, groups.Length);
        ILookup<string, int> byEvent = Enumerable.Range(0, truth.Length).ToLookup(i => truth[i]);
        return Enumerable.Range(0, groups.Length).GroupBy(i => groups[i]).Where(group => group.SequenceEqual(byEvent[truth[group.First()]])).Sum(group => group.Count()) / (double)truth.Length;
    }

    private static IEnumerable<string> EventsIn(string csv)
    {
        using var parser = new TextFieldParser(csv) { HasFieldsEnclosedInQuotes = true };
        parser.SetDelimiters(",");
        int column = Array.IndexOf(parser.ReadFields()!, "EventId");
        while (!parser.EndOfData)
        {
            yield return parser.ReadFields()![column];
        }
    }

    private sealed class MaskCollector : ILogSink
    {

        public List<string> Masks { get; } = [];

        public void Add(in LogLine line) => Masks.Add(MessageTemplate.Apply(in line));
    }
}
