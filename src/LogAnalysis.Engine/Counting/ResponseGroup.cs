using System.Text;
using LogAnalysis.Fields;

namespace LogAnalysis.Counting;

/// <summary>Makes groups of responses whose lines are not at hand.</summary>
internal static class ResponseGroup
{
    /// <summary>A response as a group of its own.</summary>
    /// <param name="response">The response.</param>
    /// <param name="by">What it is grouped by.</param>
    /// <param name="name">What it has in common with others.</param>
    public static LogErrorGroup Of(LogStatusCode response, string by, string name) => new()
    {
        By = by,
        Name = name,
        Count = 1,
        Percent = 0,
        Level = LevelRules.OfStatus(response.Code),
        First = response.Timestamp,
        Last = response.Timestamp,
        Example = PatternToken.Show(TemplateOf(response)),
        Paths = response.Path is null ? [] : [response.Path],
    };

    /// <summary>The template of a response, by which it is counted among patterns.</summary>
    public static string TemplateOf(LogStatusCode response) =>
        RequestTemplate.Apply(Encoding.UTF8.GetBytes(response.RawMethod ?? string.Empty), Encoding.UTF8.GetBytes(response.RawUrl ?? string.Empty), response.Code);
}
