using System.Text.Json.Serialization;

namespace LogAnalysis.Counting;

/// <summary>What is saved of one message template, or of one exception.</summary>
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

    /// <summary>The further lines of the example; null where it has no trace, or in a state of a version that did not keep it.</summary>
    public string? Trace { get; init; }

    /// <summary>What was in each place; null in a state of a version that did not count it.</summary>
    public PlaceState[]? Places { get; init; }

    /// <summary>Whether nothing is missing, and all numbers can be: JSON can have anything.</summary>
    [JsonIgnore]
    public bool IsWhole => Template is not null && Paths is not null && Enum.IsDefined(Level) && CountLimits.IsCount(Count)
        && Times?.IsWhole != false && (Places is null || Array.TrueForAll(Places, place => place is { IsWhole: true }));

    /// <summary>The state of a group.</summary>
    /// <param name="template">The group.</param>
    /// <param name="paths">The files of the report.</param>
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
        Trace = template.Trace,
        Places = template.Contents is GroupContents { Places.Count: > 0 } of ? [.. of.Places.Select(PlaceState.Of)] : null,
    };

    /// <summary>The group that this was.</summary>
    /// <param name="paths">The files of the report.</param>
    public LogErrorGroup ToGroup(string[] paths) => new()
    {
        Name = Template,
        Count = Count,
        Percent = 0,
        Level = Level,
        First = First,
        Last = Last,
        Example = Example,
        Trace = Trace,
        Paths = [.. Paths.Where(index => index >= 0 && index < paths.Length).Select(index => paths[index])],
        Occurrences = Times?.ToTimeline(),
        Contents = new GroupContents([.. (Places ?? []).Select(place => place.ToPlace())], []),
    };
}
