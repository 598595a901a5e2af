using System.Text.RegularExpressions;

namespace LogAnalysis.Bench;

/// <summary>How well patterns agree with the templates that people have assigned; each measure is from 0 to 1.</summary>
/// <remarks>
/// Sources: grouping accuracy, Zhu et al., ICSE-SEIP 2019; parsing accuracy, Dai et al., Logram, TSE 2020; template accuracy, Khan et al., ICSE 2022; the F1 score
/// of groups, Jiang et al., ISSTA 2024.
/// </remarks>
/// <param name="GroupAccuracy">GA, the share of messages whose group holds exactly the messages of their template.</param>
/// <param name="GroupF1">FGA, the same of groups rather than of messages: the harmonic mean of precision and recall.</param>
/// <param name="ParsingAccuracy">PA, the share of messages whose pattern is their template, word by word.</param>
/// <param name="TemplateF1">FTA, the F1 score of groups that hold exactly the messages of their template and have its words.</param>
internal sealed partial record GroupingScore(double GroupAccuracy, double GroupF1, double ParsingAccuracy, double TemplateF1)
{
    /// <summary>Compares patterns with the truth.</summary>
    public static GroupingScore Of(string[] patterns, LabelledMessages truth)
    {
        int count = truth.Events.Length;
        string[] found = [.. patterns.Select(Normalize)];
        string[] right = [.. truth.Templates.Select(Normalize)];
        ILookup<string, int> byEvent = Enumerable.Range(0, count).ToLookup(i => truth.Events[i], StringComparer.Ordinal);
        IGrouping<string, int>[] groups = [.. Enumerable.Range(0, count).GroupBy(i => patterns[i], StringComparer.Ordinal)];
        int[][] exact = [.. groups.Where(group => group.SequenceEqual(byEvent[truth.Events[group.First()]])).Select(group => group.ToArray())];
        return new GroupingScore(
            exact.Sum(group => group.Length) / (double)count,
            F1(exact.Length, groups.Length, byEvent.Count),
            Enumerable.Range(0, count).Count(i => found[i] == right[i]) / (double)count,
            F1(exact.Count(group => found[group[0]] == right[group[0]]), groups.Length, byEvent.Count));
    }

    /// <summary>The mean of several.</summary>
    public static GroupingScore Mean(IReadOnlyCollection<GroupingScore> scores) => new(
        scores.Average(score => score.GroupAccuracy),
        scores.Average(score => score.GroupF1),
        scores.Average(score => score.ParsingAccuracy),
        scores.Average(score => score.TemplateF1));

    private static double F1(int right, int found, int expected) => 2.0 * right / (found + expected);

    /// <summary>
    /// Templates that differ only in the kinds of their places, in spaces, or in how many places are side by side, are the same: whoever
    /// labels <c>&lt;*&gt;:&lt;*&gt;</c> means what <c>&lt;*&gt;</c> says.
    /// </summary>
    private static string Normalize(string template) =>
        Spaces().Replace(Run().Replace(Place().Replace(template, "<*>"), "<*>"), " ").Trim();

    [GeneratedRegex("<[a-z*]+>")]
    private static partial Regex Place();

    [GeneratedRegex(@"<\*>(?:[\s:,;./|@-]*<\*>)+[\.,;:]*(?=\s|$)|<\*>(?:[\s:,;./|@-]*<\*>)+")]
    private static partial Regex Run();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
