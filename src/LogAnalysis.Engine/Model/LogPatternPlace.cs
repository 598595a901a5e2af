using LogAnalysis.Text;

namespace LogAnalysis;

/// <summary>A place in a pattern, and what was in it.</summary>
public sealed class LogPatternPlace
{
    /// <summary>
    /// What its values look like, as the pattern has it: <c>&lt;num&gt;</c>, <c>&lt;ip&gt;</c>, <c>&lt;path&gt;</c>, <c>&lt;id&gt;</c>, <c>&lt;time&gt;</c>, <c>&lt;host&gt;</c>,
    /// <c>&lt;url&gt;</c>, <c>&lt;text&gt;</c>, the name of a mask, such as <c>&lt;order&gt;</c>, the hole of a written template, such as <c>{Id}</c>, or <c>&lt;*&gt;</c> where they are of
    /// several kinds.
    /// </summary>
    public required string Kind
    {
        get;
        init => field = ControlCharacters.EscapeControlCharacters(value);
    }

    /// <summary>How many different values there were: exact up to 32, beyond that estimated to about 7 %.</summary>
    public required long Distinct { get; init; }

    /// <summary>
    /// The three most frequent values, cut after 100 bytes. Of more than 32 different ones, they are those of a sample of 32, which depends on the values alone; the counts
    /// are exact.
    /// </summary>
    public required LogTopValue[] Top { get; init; }

    /// <summary>The kind, how many there were, and the most frequent.</summary>
    public override string ToString() => $"{Kind} {Distinct} different: {string.Join(", ", Top.Select(value => value.ToString()))}";
}
