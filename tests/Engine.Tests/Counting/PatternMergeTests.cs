using System.Text.Json;
using LogAnalysis.Counting;
using Xunit;
using static LogAnalysis.Tests.Support.PatternGroups;

namespace LogAnalysis.Tests.Counting;

/// <summary>Patterns are of all messages together: how these come makes no difference.</summary>
public sealed class PatternMergeTests
{
    /// <summary>The messages of all cases as entries of one line each, which nothing but their messages tells apart.</summary>
    private static readonly string[] Lines = [.. MessagesOfCases().Select((message, index) => $"2025-01-24 07:{index % 60:00}:30 ERROR {message}")];

    /// <summary>Entries with traces, and without, of the same messages.</summary>
    private static readonly string[] Traces = [.. Enumerable.Range(0, 90).Select(i => string.Join('\n', EntryWithTrace(i)))];

    private static readonly string[] Values = ["17", "10.0.0.1", "\"x\""];

    public static TheoryData<int> Shuffles => [1, 2, 3, 4, 5];

    [Theory]
    [MemberData(nameof(Shuffles))]
    public void The_order_of_messages_changes_nothing(int seed)
    {
        string[] shuffled = [.. Lines];
        new Random(seed).Shuffle(shuffled);
        Assert.Equal(Describe(GroupsOf(Lines)), Describe(GroupsOf(shuffled)));
    }

    [Theory]
    [MemberData(nameof(Shuffles))]
    public void Groups_of_parts_add_up_to_the_groups_of_the_whole(int seed)
    {
        int cut = new Random(seed).Next(1, Lines.Length);
        LogErrorGroup[] parts = [.. GroupsOf(Lines[..cut]), .. GroupsOf(Lines[cut..])];
        Assert.Equal(Describe(GroupsOf(Lines)), Describe(Sum(parts)));
    }

    /// <summary>Counters of parts, and of parts of parts, are used again after they were merged: messages must not be counted where others were before.</summary>
    [Fact]
    public void Counters_of_parts_that_are_used_again_add_up_to_the_whole()
    {
        string[] first = ["ERROR alpha fails"];
        string[] second = ["ERROR beta breaks down"];
        string[] third = ["ERROR gamma was stopped by hand"];
        var whole = new ErrorGrouping(ErrorGroupKey.Pattern, LogLevel.Unknown);
        MergePart(whole, own: [], inner: first);
        MergePart(whole, own: second, inner: []);
        MergePart(whole, own: third, inner: first);
        Assert.Equal(Describe(GroupsOf([.. first, .. second, .. third, .. first])), Describe(whole.ToGroups()));
    }

    [Fact]
    public void Groups_that_came_through_a_file_add_up_too()
    {
        LogErrorGroup[] parts = [.. GroupsOf(Lines[..100]), .. GroupsOf(Lines[100..])];
        Assert.Equal(Describe(GroupsOf(Lines)), Describe(Sum(parts.Select(Restored))));
    }

    [Fact]
    public void A_group_with_a_damaged_state_counts_by_its_name()
    {
        LogErrorGroup[] damaged = [.. GroupsOf(["ERROR order 17 failed", "ERROR order 18 failed"]).Select(group => Restored(group, new LogMergeState { Data = "AAAA" }))];
        Assert.Equal(["2 order <*> failed"], Sum(damaged).Select(group => group.ToString()));
    }

    [Fact]
    public void An_id_does_not_depend_on_the_kinds_of_values()
    {
        string[] ids = [.. Values.Select(value => GroupsOf([$"ERROR lost {value} at once"]).Single().Id!)];
        Assert.Single(ids.Distinct());
        Assert.Matches("^[0-9A-F]{8}$", ids[0]);
    }

    [Fact]
    public void An_entry_is_of_the_pattern_in_which_it_was_counted()
    {
        LogErrorGroup[] groups = GroupsOf(Lines);
        Assert.All(groups, group => Assert.Equal(group.Count, EntriesOf(Lines).Count(Includes(group))));
    }

    [Theory]
    [MemberData(nameof(Shuffles))]
    public void Neither_order_nor_parts_change_anything_of_entries_with_traces(int seed)
    {
        string[] shuffled = [.. Traces];
        new Random(seed).Shuffle(shuffled);
        int cut = new Random(seed).Next(1, Traces.Length);
        LogErrorGroup[] parts = [.. GroupsOf(LinesOf(Traces[..cut])), .. GroupsOf(LinesOf(Traces[cut..]))];
        IEnumerable<string> whole = Describe(GroupsOf(LinesOf(Traces)));
        Assert.Equal(whole, Describe(GroupsOf(LinesOf(shuffled))));
        Assert.Equal(whole, Describe(Sum(parts.Select(Restored))));
    }

    [Fact]
    public void An_entry_with_a_trace_is_of_the_pattern_in_which_it_was_counted()
    {
        LogErrorGroup[] groups = GroupsOf(LinesOf(Traces));
        Assert.Equal(Traces.Length, groups.Sum(group => group.Count));
        Assert.All(groups, group => Assert.Equal(group.Count, EntriesOf(LinesOf(Traces)).Count(Includes(group))));
    }

    [Fact]
    public void The_id_of_an_exception_does_not_depend_on_what_messages_say()
    {
        string[] one = GroupsOf(LinesOf(Traces[2..3])).Select(group => group.Id!).ToArray();
        string[] other = GroupsOf(LinesOf([Traces[2].Replace("order", "basket", StringComparison.Ordinal)])).Select(group => group.Id!).ToArray();
        Assert.Equal(one, other);
    }

    private static Func<LogEntry, bool> Includes(LogErrorGroup group)
    {
        var members = new PatternMembership(selects: true);
        members.Add(Restored(group));
        return members.Includes;
    }

    private static IEnumerable<string> LinesOf(IEnumerable<string> entries) => entries.SelectMany(entry => entry.Split('\n'));

    private static IEnumerable<string> EntryWithTrace(int number)
    {
        yield return $"2025-01-24 07:00:{number % 60:00} ERROR [main] shop.Orders: {(number % 5 == 1 ? "lost" : "could not read")} order {number}";
        for (int frame = 0; frame < number % 3; frame++)
        {
            yield return frame == 0 ? $"java.lang.IllegalStateException: {number}" : $"\tat shop.Orders{number % 4}.read(Orders.java:17)";
        }
    }

    private static IEnumerable<string> MessagesOfCases() => Directory.EnumerateFiles(RepositoryRoot.Combine("tests", "cases", "patterns")).Order(StringComparer.Ordinal)
        .SelectMany(file => File.ReadLines(file).TakeWhile(line => !line.StartsWith("===", StringComparison.Ordinal)))
        .Where(line => !char.IsWhiteSpace(line[0]) && line[0] != '{' && !char.IsAsciiDigit(line[0]));

    private static void MergePart(ErrorGrouping whole, string[] own, string[] inner)
    {
        ErrorGrouping part = whole.Fork();
        Push(own, part);
        if (inner.Length > 0)
        {
            ErrorGrouping partOfPart = part.Fork();
            Push(inner, partOfPart);
            part.Merge(partOfPart);
        }

        whole.Merge(part);
    }

    private static IEnumerable<string> Describe(IEnumerable<LogErrorGroup> groups) => groups.Select(group => JsonSerializer.Serialize(group));
}
