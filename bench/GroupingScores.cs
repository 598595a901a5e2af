namespace LogAnalysis.Bench;

/// <summary>Scores the patterns of every labelled log in a folder: of the log as it is, and of its messages without their headers.</summary>
internal static class GroupingScores
{
    private static readonly string[] Headers = ["log", "messages", "templates", "patterns", "GA", "FGA", "PA", "FTA"];

    /// <summary>Prints two tables: of logs, where they are beside their labels, and of their messages.</summary>
    /// <exception cref="BenchException">There are no labels.</exception>
    public static void Print(string folder, TextWriter output)
    {
        string[] files = [.. Directory.EnumerateFiles(folder, "*" + LabelledMessages.Suffix).Order(StringComparer.Ordinal)];
        if (files.Length == 0)
        {
            throw new BenchException($"{folder} has no files *{LabelledMessages.Suffix}.");
        }

        var truths = files.ToDictionary(file => file[..^LabelledMessages.Suffix.Length], LabelledMessages.Read, StringComparer.Ordinal);
        output.WriteLine("Logs, with their headers:");
        Print(truths.Where(truth => File.Exists(truth.Key)).Select(truth => (truth.Key, truth.Value, PatternsOf(truth.Key, truth.Value))), output);
        output.WriteLine("Messages, without their headers:");
        Print(truths.Select(truth => (truth.Key, truth.Value, (string[])[.. Grouping.OfMessages(truth.Value.Messages)])), output);
    }

    private static void Print(IEnumerable<(string Log, LabelledMessages Truth, string[] Patterns)> all, TextWriter output)
    {
        var table = new Table(Headers);
        List<GroupingScore> scores = [];
        foreach ((string log, LabelledMessages truth, string[] patterns) in all)
        {
            var score = GroupingScore.Of(patterns, truth);
            scores.Add(score);
            table.Add([Path.GetFileName(log), $"{patterns.Length}", $"{Distinct(truth.Events)}", $"{Distinct(patterns)}", .. Cells(score)]);
        }

        if (scores.Count > 0)
        {
            table.Add(["mean", string.Empty, string.Empty, string.Empty, .. Cells(GroupingScore.Mean(scores))]);
        }

        table.Write(output);
    }

    /// <summary>Labels are by line, and an empty line is no message.</summary>
    private static string[] PatternsOf(string log, LabelledMessages truth)
    {
        string[] patterns = [.. Grouping.OfLog(log).Select(line => line.Pattern)];
        return patterns.Length == truth.Events.Length
            ? patterns
            : throw new BenchException($"{log} has {patterns.Length} lines, and labels for {truth.Events.Length}.");
    }

    private static int Distinct(string[] texts) => texts.Distinct(StringComparer.Ordinal).Count();

    private static string[] Cells(GroupingScore score) =>
        [$"{score.GroupAccuracy:0.000}", $"{score.GroupF1:0.000}", $"{score.ParsingAccuracy:0.000}", $"{score.TemplateF1:0.000}"];
}
