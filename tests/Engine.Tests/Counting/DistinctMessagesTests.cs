using System.Text;
using LogAnalysis.Counting;
using LogAnalysis.Files;
using LogAnalysis.Parallel;
using LogAnalysis.Parsing;
using LogAnalysis.Reading;
using Xunit;
using Xunit.Abstractions;

namespace LogAnalysis.Tests.Counting;

/// <summary>More kinds of messages than are kept: each is of words that no other has.</summary>
public sealed class DistinctMessagesTests(ITestOutputHelper output)
{
    private const int Count = 30_000;

    /// <summary>What is allocated tells what is done, whatever else the machine does. To look for patterns after each thousand messages takes twice as much.</summary>
    private const long MaxBytesEach = 2000;

    private static readonly string[] Words = [.. Enumerable.Range(0, 5000).Select(WordOf)];

    [Fact]
    public void Messages_of_no_kind_cost_little_more_than_equal_ones()
    {
        Group(Noise(Count / 10));
        long before = GC.GetAllocatedBytesForCurrentThread();
        LogErrorGroup[] groups = Group(Noise(Count));
        long each = (GC.GetAllocatedBytesForCurrentThread() - before) / Count;
        output.WriteLine($"{each} bytes for each message");
        Assert.InRange(each, 0, MaxBytesEach);
        Assert.Equal(Count, groups.Sum(group => group.Count));
        Assert.InRange(groups.Length, 1, (2 * BoundedGroups.Capacity) + 1);
    }

    [Fact]
    public void A_kind_that_begins_behind_messages_of_no_kind_is_found()
    {
        var random = new Random(2);
        IEnumerable<string> kind = Enumerable.Range(0, Count).Select(_ => $"session of user {random.GetItems(Words, 1)[0]} closed by {random.GetItems(Words, 1)[0]} because the lease expired");
        LogErrorGroup found = Group([.. Noise(Count), .. kind]).MaxBy(group => group.RawName == PatternTable.Others ? 0 : group.Count)!;
        Assert.Equal("session of user <text> closed by <text> because the lease expired", found.Name);
        Assert.InRange(found.Count, Count / 2, Count);
    }

    /// <summary>Partitions know what the first one taught, whichever of them is done first; what they did not know, the whole does.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void All_messages_of_a_kind_are_of_it_in_whichever_part_of_a_log(int step)
    {
        var random = new Random(3);
        string[] messages = [.. Enumerable.Range(0, Count).Select(number => number % step == 0 ? $"session of {random.GetItems(Words, 1)[0]} closed by {random.GetItems(Words, 1)[0]}" : "order failed")];
        using var folder = new TempFolder();
        string path = folder.WriteText("a.log", string.Concat(messages.Select(LineOf)));
        foreach (int workers in (int[])[1, 3])
        {
            var options = new ParallelReadOptions(ReadOptions.Default) { PartitionSize = 1 << 17, Workers = workers };
            var grouping = new ErrorGrouping(ErrorGroupKey.Pattern, LogLevel.Error);
            ParallelCounter.Count([path], options, () => grouping, _ => { }, NoProgress.Instance, CancellationToken.None);
            LogErrorGroup kind = grouping.ToGroups().Single(group => group.Name == "session of <text> closed by <text>");
            Assert.Equal(messages.Count(message => message.StartsWith("session", StringComparison.Ordinal)), kind.Count);
            Assert.All(kind.Values, place => Assert.InRange(place.Distinct, Words.Length * 0.8, Words.Length * 1.2));
        }
    }

    private static IEnumerable<string> Noise(int count)
    {
        var random = new Random(1);
        return Enumerable.Range(0, count).Select(_ => string.Join(' ', random.GetItems(Words, random.Next(6, 11))));
    }

    private static LogErrorGroup[] Group(IEnumerable<string> messages)
    {
        var grouping = new ErrorGrouping(ErrorGroupKey.Pattern, LogLevel.Error);
        var lines = new LinePipeline(new LineSource(null), grouping);
        foreach (string message in messages)
        {
            lines.Push(Encoding.UTF8.GetBytes(LineOf(message)));
        }

        lines.Complete();
        return [.. grouping.ToGroups()];
    }

    private static string LineOf(string message) => $"2025-01-24 07:00:30,123 ERROR [main] app: {message}\n";

    /// <summary>A word of letters, each another.</summary>
    private static string WordOf(int number) => $"{(char)('a' + (number % 26))}{(char)('a' + (number / 26 % 26))}{(char)('a' + (number / 676))}{"aeiou"[number % 5]}r";
}
