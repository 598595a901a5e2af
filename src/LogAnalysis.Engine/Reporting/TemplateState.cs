using System.Text.Json.Serialization;

namespace LogAnalysis.Reporting;

/// <summary>What a report's state holds of one message template, or of one exception.</summary>
/// <param name="Template">The template, or the name of the exception. The file format calls it a mask.</param>
/// <param name="Count">How many messages had it.</param>
/// <param name="Level">The most serious level among them.</param>
/// <param name="First">When the earliest was logged.</param>
/// <param name="Last">When the latest was logged.</param>
/// <param name="Example">What the earliest said.</param>
/// <param name="Paths">The files, as indexes into those of the report.</param>
internal sealed record TemplateState(
    [property: JsonPropertyName("mask")] string Template, long Count, LogLevel Level, DateTimeOffset? First, DateTimeOffset? Last, string? Example, int[] Paths)
{
    /// <summary>When they occurred; null where none has a time, or in a state of a version that did not count that.</summary>
    public OccurrenceState? Times { get; init; }

    public static TemplateState Of(LogErrorGroup template, string[] paths) => new(
        template.RawName,
        template.Count,
        template.Level,
        template.First,
        template.Last,
        template.Example,
        [.. template.Paths.Select(path => Array.IndexOf(paths, path))])
    {
        Times = OccurrenceState.Of(template.Occurrences),
    };

    public LogErrorGroup ToGroup(string[] paths) => new()
    {
        Name = Template,
        Count = Count,
        Percent = 0,
        Level = Level,
        First = First,
        Last = Last,
        Example = Example,
        Paths = [.. Paths.Where(index => index >= 0 && index < paths.Length).Select(index => paths[index])],
        Occurrences = Times?.ToTimeline(),
    };
}
