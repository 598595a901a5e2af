using System.Globalization;
using System.Text.RegularExpressions;
using LogAnalysis.Bench.Generating;

namespace LogAnalysis.Bench.Comparing;

/// <summary>Counts by what they count: <c>Errors</c>, a level such as <c>Warning</c>, a status such as <c>404</c>.</summary>
internal sealed partial class Facts
{
    /// <summary>The words by which tools and logs name levels.</summary>
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["DEBUG"] = "Debug",
        ["debug"] = "Debug",
        ["INFO"] = "Information",
        ["info"] = "Information",
        ["WARN"] = "Warning",
        ["warning"] = "Warning",
        ["ERROR"] = "Error",
        ["error"] = "Error",
        ["FATAL"] = "Critical",
        ["Fatal"] = "Critical",
        ["fatal"] = "Critical",
    };

    private static readonly string[] LevelNames = Enum.GetNames<LogLevel>();

    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);

    private Facts()
    {
    }

    /// <summary>Reads what a tool prints: names, each with a count behind it. Of what it was not asked, nothing is kept.</summary>
    public static Facts Parse(string output, Question question)
    {
        var facts = new Facts();
        foreach (Match pair in Pair().Matches(output))
        {
            string name = pair.Groups["name"].Value;
            name = Names.GetValueOrDefault(name, name);
            if ((question & QuestionOf(name)) != 0)
            {
                facts._counts[name] = long.Parse(pair.Groups["count"].ValueSpan, CultureInfo.InvariantCulture);
            }
        }

        return facts;
    }

    /// <summary>What is true of a log, as far as it is asked.</summary>
    public static Facts Of(LogTruth truth, Question question)
    {
        var facts = new Facts();
        facts.AddIf(question.HasFlag(Question.Lines), [("Lines", truth.Lines)]);
        facts.AddIf(question.HasFlag(Question.Errors), [("Errors", truth.Errors)]);
        facts.AddIf(question.HasFlag(Question.Entries), [("Entries", truth.Entries), ("Warnings", truth.Warnings)]);
        facts.AddIf(question.HasFlag(Question.Levels), truth.Levels.Select(level => (level.Key.ToString(), level.Value)));
        facts.AddIf(question.HasFlag(Question.Statuses), truth.Statuses.Select(status => (status.Key.ToString(CultureInfo.InvariantCulture), status.Value)));
        return facts;
    }

    /// <summary>How an answer differs from these facts, which are the truth.</summary>
    /// <returns>One line about the greatest difference; null where there is none.</returns>
    public string? FindFault(Facts answer)
    {
        (string Name, long Truth, long Said)[] faults =
        [
            .. _counts.Keys.Union(answer._counts.Keys)
                .Select(name => (Name: name, Truth: _counts.GetValueOrDefault(name), Said: answer._counts.GetValueOrDefault(name)))
                .Where(fact => fact.Said != fact.Truth)
                .OrderByDescending(fact => Math.Abs(fact.Said - fact.Truth)),
        ];
        return faults.Length == 0 ? null : Describe(faults[0]) + (faults.Length == 1 ? string.Empty : $", and {faults.Length - 1} more");
    }

    private static string Describe((string Name, long Truth, long Said) fault)
    {
        string share = fault.Truth == 0 ? string.Empty : $" ({100.0 * (fault.Said - fault.Truth) / fault.Truth:+0.0#;-0.0#} %)";
        return $"{fault.Name} {fault.Said:N0}, not {fault.Truth:N0}{share}";
    }

    private static Question QuestionOf(string name) => name switch
    {
        "Lines" => Question.Lines,
        "Errors" => Question.Errors,
        "Entries" or "Warnings" => Question.Entries,
        [>= '1' and <= '5', >= '0' and <= '9', >= '0' and <= '9'] => Question.Statuses,
        _ => LevelNames.Contains(name) ? Question.Levels : Question.Nothing,
    };

    private void AddIf(bool condition, IEnumerable<(string Name, long Count)> facts)
    {
        foreach ((string name, long count) in condition ? facts : [])
        {
            _counts[name] = count;
        }
    }

    [GeneratedRegex(@"(?<name>\w+)[ ,=](?<count>\d+)(?!\S)")]
    private static partial Regex Pair();
}
