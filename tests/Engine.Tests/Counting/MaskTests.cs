using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using LogAnalysis.Counting;
using LogAnalysis.Reporting;
using LogAnalysis.Reporting.Comparing;
using Xunit;
using static LogAnalysis.Tests.Support.PatternGroups;

namespace LogAnalysis.Tests.Counting;

/// <summary>What users say is a value: in patterns, in what is counted of their places, and in what merges.</summary>
public sealed class MaskTests
{
    private const string Divider = "=== expected";
    private const string MaskLine = "mask ";

    private static readonly MessageMasks Orders = MasksOf("order ORD-[A-Z]+", "customer (?:customer|Kunde) (?<value>\\w+)");

    /// <summary>Messages in which orders are beside all kinds of values, and words that vary.</summary>
    private static readonly string[] Lines =
    [
        .. Enumerable.Range(0, 120).Select(i => $"2025-01-24 07:{i % 60:00}:30 ERROR {(i % 6) switch
        {
            0 => $"payment of {Order(i)} failed",
            1 => $"user {(char)('a' + (i % 11))}x {Order(i)} (1{i}) is late",
            2 => $"could not ship {Order(i)}, {Order(i + 1)} in time",
            3 => $"Kunde {(char)('k' + (i % 7))} has no {(i % 4 == 1 ? Order(i) : i)}",
            4 => $"lost {(char)('a' + (i % 9))}y at {Order(i)}: ü {i}",
            _ => $"nothing to do for {i}",
        }}"),
    ];

    public static TheoryData<string> Cases => new(Directory.EnumerateFiles(RepositoryRoot.Combine("tests", "cases", "masks")).Select(Path.GetFileName)!);

    public static TheoryData<int> Shuffles => [1, 2, 3];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Messages_have_the_patterns_that_their_case_says(string file)
    {
        string[] all = File.ReadAllText(RepositoryRoot.Combine("tests", "cases", "masks", file)).TrimEnd('\n').Split('\n');
        int divider = Array.IndexOf(all, Divider);
        MessageMasks masks = MasksOf([.. all.Where(line => line.StartsWith(MaskLine, StringComparison.Ordinal)).Select(line => line[MaskLine.Length..])]);
        string[] lines = [.. all[..divider].Where(line => !line.StartsWith(MaskLine, StringComparison.Ordinal))];
        string expected = string.Join('\n', all[(divider + 1)..]);
        Assert.Equal(expected, string.Join('\n', GroupsOf(lines, masks).Select(Describe)));
        if (!Array.Exists(lines, line => char.IsWhiteSpace(line[0])))
        {
            Assert.Equal(expected, string.Join('\n', GroupsOf(Enumerable.Reverse(lines), masks).Select(Describe)));
        }
    }

    [Theory]
    [MemberData(nameof(Shuffles))]
    public void Neither_order_nor_parts_nor_a_file_change_anything(int seed)
    {
        string[] shuffled = [.. Lines];
        new Random(seed).Shuffle(shuffled);
        int cut = new Random(seed).Next(1, Lines.Length);
        IEnumerable<string> whole = GroupsOf(Lines, Orders).Select(group => JsonSerializer.Serialize(group));
        LogErrorGroup[] parts = [.. GroupsOf(shuffled[..cut], Orders), .. GroupsOf(shuffled[cut..], Orders)];
        Assert.Equal(whole, GroupsOf(shuffled, Orders).Select(group => JsonSerializer.Serialize(group)));
        Assert.Equal(whole, Sum(parts, Orders).Select(group => JsonSerializer.Serialize(group)));
        Assert.Equal(whole, Sum(parts.Select(Restored), masks: null).Select(group => JsonSerializer.Serialize(group)));
    }

    [Fact]
    public void Counters_of_parts_add_up_to_the_whole()
    {
        var whole = new ErrorGrouping(ErrorGroupKey.Pattern, LogLevel.Unknown, Orders);
        foreach (string[] chunk in Lines.Chunk(7))
        {
            ErrorGrouping part = whole.Fork();
            Push(chunk, part);
            whole.Merge(part);
        }

        Assert.Equal(GroupsOf(Lines, Orders).Select(group => JsonSerializer.Serialize(group)), whole.ToGroups().Select(group => JsonSerializer.Serialize(group)));
    }

    /// <summary>Patterns are looked for among too many messages before all of them are there: what a mask has found is known then, too.</summary>
    [Fact]
    public void A_place_of_a_mask_stays_apart_where_there_are_too_many_messages_to_be_kept()
    {
        string[] lines = [.. Enumerable.Range(0, 5000).Select(i => $"2025-01-24 07:00:30 ERROR user {WordOf(i)} {Order(i)} is late")];
        Assert.Equal(["5000 user <text> <order> is late"], GroupsOf(lines, Orders).Select(group => group.ToString()));
    }

    [Fact]
    public void An_entry_is_of_the_pattern_in_which_it_was_counted()
    {
        LogErrorGroup[] groups = GroupsOf(Lines, Orders);
        List<LogEntry> entries = EntriesOf(Lines);
        Assert.All(groups, group =>
        {
            var members = new PatternMembership(selects: true, Orders);
            members.Add(Restored(group));
            Assert.Equal(group.Count, entries.Count(members.Includes));
        });
    }

    [Fact]
    public void Where_the_place_is_a_value_anyway_the_id_is_the_same_without_the_mask()
    {
        string[] lines = ["ERROR payment of ORD-17 failed", "ERROR payment of ORD-18 failed"];
        LogErrorGroup masked = GroupsOf(lines, MasksOf("order ORD-\\d+")).Single();
        LogErrorGroup plain = GroupsOf(lines, masks: null).Single();
        Assert.Equal(("payment of <order> failed", "payment of <id> failed"), (masked.Name, plain.Name));
        Assert.Equal(plain.Id, masked.Id);
        LogErrorGroup both = Sum([Restored(masked), plain], masks: null).Single();
        Assert.Equal(("payment of <*> failed", 4, plain.Id), (both.Name, both.Count, both.Id));
    }

    [Fact]
    public void A_group_that_has_only_a_name_is_the_pattern_of_that_name()
    {
        LogErrorGroup counted = GroupsOf(["ERROR payment of ORD-A failed"], Orders).Single();
        LogErrorGroup named = Restored(counted, new LogMergeState { Data = "AAAA" });
        Assert.Equal("2 payment of <order> failed", Sum([named, counted], Orders).Single().ToString());
    }

    [Fact]
    public void Reports_keep_the_places_of_masks_and_compare()
    {
        LogReport before = ReportOf(Lines[..60]);
        LogReport after = ReportOf([.. Lines[60..], "2025-01-24 08:00:30 ERROR refund of ORD-Z refused"]);
        Assert.Contains("payment of <order> failed", before.ErrorPatterns.Select(group => group.Name));
        LogReportChange[] changes = [.. ReportComparison.Compare(before, after).Where(change => change.Kind == LogChangeKind.Pattern)];
        Assert.Contains(changes, change => change.Name == "refund of <order> refused");
        Assert.Single(changes, change => change.Name == "payment of <order> failed");
    }

    [Fact]
    public void A_mask_with_a_name_that_none_can_have_is_no_state()
    {
        var place = new PlaceState(PlaceKinds.Several, 1, new() { ["x"] = 1 }, PlaceState.Of(new PlaceValues()).Distinct);
        Assert.True((place with { Mask = "order" }).IsWhole);
        Assert.False((place with { Mask = "or\u001bder" }).IsWhole);
    }

    /// <summary>Bytes and characters differ where text is not ASCII, and where it is damaged.</summary>
    [Fact]
    public void The_value_is_what_matches_whatever_bytes_are_before_it()
    {
        byte[][] before = [[], "ü "u8.ToArray(), "\U0001F600 "u8.ToArray(), [0xFF, 0x20], [0xE2, 0x82, 0x20], [0xF0, 0x9F, 0xC3, 0x28, 0x20], "中文"u8.ToArray()];
        var values = new MessageValues();
        foreach (byte[] start in before)
        {
            foreach (byte[] end in before)
            {
                MessageTemplate.Apply([.. start, .. "ORD-A"u8, .. end], values, known: null, Orders);
                Assert.Contains("ORD-A", Enumerable.Range(0, values.Count).Where(i => values.LookOf(i).Mask == "order").Select(i => Encoding.UTF8.GetString(values[i])));
            }
        }
    }

    [Theory]
    [InlineData("ORD-AB \"'()[]=,:;<>1", "ORD-[A-Z]+", "[()\\[\\]]", "<|1.")]
    [InlineData("\U0001F600éa \0", ".", "a", "\\W")]
    [InlineData("ab= ", "=", "a=?(?<value>b?)", " b")]
    public void Whatever_masks_match_a_message_has_a_pattern(string alphabet, params string[] patterns)
    {
        MessageMasks masks = MasksOf([.. patterns.Select((pattern, index) => $"m{index} {pattern}")]);
        var random = new Random(1);
        var values = new MessageValues();
        for (int i = 0; i < 2000; i++)
        {
            byte[] message = Encoding.UTF8.GetBytes(random.GetItems<char>(alphabet, random.Next(1500)));
            string template = MessageTemplate.Apply(message, values, known: null, masks);
            Assert.InRange(template.Count(PatternToken.Joint.Equals), 0, 2 * MessageTemplate.MaxParts);
            Assert.All(Enumerable.Range(0, values.Count), place => Assert.NotEqual(PlaceKind.None, values.LookOf(place).Kind));
        }
    }

    [Fact]
    public void A_mask_that_tells_digits_apart_is_not_led_astray_by_messages_that_came_before()
    {
        var cache = new TemplateCache();
        MessageMasks masks = MasksOf("seven 7\\d");
        var values = new MessageValues();
        string[] looks = [.. Enumerable.Range(65, 20).Select(number =>
        {
            MessageTemplate.Apply(Encoding.UTF8.GetBytes($"lost {number}"), values, cache, masks);
            return values.LookOf(0).Name;
        })];
        Assert.Equal([.. Enumerable.Repeat("<num>", 5), .. Enumerable.Repeat("<seven>", 10), .. Enumerable.Repeat("<num>", 5)], looks);
    }

    [Fact]
    public void A_mask_that_takes_too_long_is_given_up_and_messages_are_as_without_it()
    {
        var slow = new LogMask("slow", new Regex("(?:\\w{1,9}\\s?){1,9}b", RegexOptions.NonBacktracking, TimeSpan.FromTicks(1)));
        MessageMasks masks = Orders.With(slow);
        byte[] message = [.. "ORD-A "u8, .. Enumerable.Repeat((byte)'a', 200)];
        Assert.Equal(MessageTemplate.Apply(message, masks: Orders), MessageTemplate.Apply(message, masks: masks));
        Assert.True(slow.IsGivenUp);
        Assert.False(masks.All[0].IsGivenUp);
    }

    [Theory]
    [InlineData("a b", "x", MaskProblem.Name)]
    [InlineData("x\n", "x", MaskProblem.Name)]
    [InlineData("NUM", "x", MaskProblem.BuiltInName)]
    [InlineData("text", "x", MaskProblem.BuiltInName)]
    [InlineData("x", "(", MaskProblem.Pattern)]
    [InlineData("x", "(a)\\1", MaskProblem.Backtracks)]
    [InlineData("x", "(?<=a)b", MaskProblem.Backtracks)]
    [InlineData("x", "(?:a{1000}){1000}", MaskProblem.Backtracks)]
    [InlineData("x", "(?:\\w{1,29}\\s?){1,33}b", MaskProblem.Backtracks)]
    [InlineData("x", "a*", MaskProblem.MatchesNothing)]
    [InlineData("x", "\\b", MaskProblem.MatchesNothing)]
    [InlineData("x", "$", MaskProblem.MatchesNothing)]
    public void What_cannot_be_a_mask_is_refused(string name, string pattern, object problem) =>
        Assert.Equal((MaskProblem)problem, Assert.Throws<MaskException>(() => LogMasks.Create(name, pattern)).Problem);

    [Fact]
    public void A_mask_that_is_replaced_goes_behind_the_others()
    {
        MessageMasks masks = MasksOf("a x", "b y").With(LogMasks.Create("A", "z"));
        Assert.Equal(["b y", "A z"], masks.All.Select(mask => $"{mask} {mask.Pattern}"));
    }

    private static string WordOf(int number) => new([.. number.ToString("00000", CultureInfo.InvariantCulture).Select(digit => (char)('a' + digit - '0'))]);

    private static string Order(int number) => $"ORD-{(char)('A' + (number % 13))}";

    private static MessageMasks MasksOf(params string[] masks) => new([.. masks.Select(mask => LogMasks.Create(mask[..mask.IndexOf(' ')], mask[(mask.IndexOf(' ') + 1)..]))]);

    private static string Describe(LogErrorGroup group) =>
        $"{group.Count} | {group.Name}" + string.Concat(group.Values.Where(place => !place.Kind.StartsWith("<num", StringComparison.Ordinal)).Select(place => $" | {place.Kind} {string.Join(", ", place.Top.Select(top => top.Value))}"));

    private static LogReport ReportOf(IEnumerable<string> lines)
    {
        var report = new ReportBuilder(new ReportOptions { Masks = Orders });
        Push(lines, report);
        return report.Build();
    }
}
