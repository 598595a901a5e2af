using System.Globalization;
using System.Text;
using LogAnalysis.Counting;
using LogAnalysis.Parsing;
using LogAnalysis.Querying;
using Xunit;

namespace LogAnalysis.Tests.Counting;

public sealed class FieldStatisticsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(1000)]
    public void Parts_of_a_log_come_to_the_same_as_the_whole(int groups)
    {
        var random = new Random(groups);
        string[] lines = [.. Enumerable.Range(0, 3000).Select(_ => $"level=info took={Value(random)} by=g{random.Next(groups)}")];
        string whole = Describe(Count(lines));
        for (int round = 0; round < 5; round++)
        {
            var merged = new FieldStatisticsCounter(Selection());
            foreach (string[] part in lines.Chunk(random.Next(20, 1500)).OrderBy(_ => random.Next()))
            {
                merged.Merge(Count(part));
            }

            Assert.Equal(whole, Describe(merged));
        }
    }

    [Fact]
    public void Groups_beyond_the_limit_are_counted_together()
    {
        const int Beyond = 1000;
        FieldStatisticsCounter counter = Count(Enumerable.Range(0, FieldGroups.MaxGroups + Beyond).Select(i => $"level=info took=1 by=g{i}"));
        LogFieldStatistics others = counter.ToStatistics(int.MaxValue, null).First();
        Assert.Equal(("(other)", Beyond), (others.Group, others.Count));
    }

    [Theory]
    [InlineData("1.5e-3", 0.0015)]
    [InlineData("1e+05", 100000.0)]
    [InlineData("2.25E7", 22500000.0)]
    [InlineData("1e21", 1e21)]
    [InlineData("-4e-7", -4e-7)]
    [InlineData("00002e51", null)]
    [InlineData("12e45", null)]
    [InlineData("7e123456", null)]
    public void An_exponent_is_one_of_a_number_and_no_letter_of_an_identifier(string value, double? number)
    {
        bool isNumber = FieldNumber.TryRead(Encoding.UTF8.GetBytes(value), out double read);
        Assert.Equal(number, isNumber ? read : null);
    }

    private static FieldSelection Selection() => new(["took"], ["by"]);

    private static FieldStatisticsCounter Count(IEnumerable<string> lines)
    {
        var counter = new FieldStatisticsCounter(Selection());
        var text = new LinePipeline(new LineSource(null), counter);
        text.Push(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))));
        text.Complete();
        return counter;
    }

    private static string Value(Random random) => random.Next(10) switch
    {
        0 => "never",
        1 => (random.Next(100) / 4.0).ToString(CultureInfo.InvariantCulture),
        2 => $"{random.Next(100)}ms",
        _ => random.Next(100).ToString(CultureInfo.InvariantCulture),
    };

    private static string Describe(FieldStatisticsCounter counter) => string.Join(
        '\n',
        counter.ToStatistics(int.MaxValue, null).Select(group => $"{group.Name} {group.Group} {group.Count} {group.Sum} {group.Average} {group.Minimum} {group.Maximum} {group.P50} {group.P90} {group.P95} {group.P99} {group.Distinct}"));
}
