using System.Globalization;
using System.Text;
using LogAnalysis.Counting;
using Xunit;

namespace LogAnalysis.Tests.Counting;

public sealed class Utf8StringTableTests
{
    private const int Texts = 60_000;

    /// <summary>What linear probing costs where a hash is ideal and half of the slots are taken. Source: Knuth, volume 3, 6.4, theorem K.</summary>
    private const double IdealProbe = 1.5;

    /// <summary>Values as logs have them: many that differ in a few digits, in the middle, or in one bit.</summary>
    public static readonly TheoryData<string, Func<int, string>> ValueSets = new()
    {
        { "URLs with an id", i => $"/api/v1/orders/{i}" },
        { "URLs with an id in the middle", i => $"/shop/products/{i}/reviews/latest.html" },
        { "URLs with a query", i => $"/search?page={i % 50}&q=term{i / 50}&sort=price&order=asc" },
        { "static files", i => $"/static/js/chunk.{i:x8}.min.js" },
        { "IPv4", i => $"10.{i >> 12}.{(i >> 5) & 127}.{i & 31}" },
        { "IPv6", i => $"2001:db8:85a3::8a2e:{i >> 8:x}:{i & 255:x}" },
        { "user agents", i => $"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{i % 200}.0.{i / 200}.12 Safari/537.36" },
        { "ids of requests", i => new Guid(i, 7, 7, [1, 2, 3, 4, 5, 6, 7, 8]).ToString() },
        { "messages", i => $"Job {i} of queue-{i % 16} failed after {i % 900} ms: connection refused" },
        { "times", i => DateTime.UnixEpoch.AddSeconds(1_700_000_000 + i).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) },
        { "texts that differ in one bit", i => string.Concat(Enumerable.Range(0, 16).Select(bit => ((i >> bit) & 1) == 0 ? "aaaa" : "aaac")) },
    };

    [Theory]
    [MemberData(nameof(ValueSets))]
    public void Values_of_logs_are_found_after_few_steps(string values, Func<int, string> value)
    {
        var texts = new Utf8StringTable();
        byte[][] all = [.. Enumerable.Range(0, Texts).Select(i => Encoding.UTF8.GetBytes(value(i))).DistinctBy(Encoding.UTF8.GetString)];
        Assert.Equal(Enumerable.Range(0, all.Length), all.Select(text => texts.NumberOf(text)));
        Assert.False(texts.UsesKey, values);
        Assert.InRange(texts.MeanProbe(), 1, 1.05 * IdealProbe);
    }

    [Fact]
    public void Texts_that_collide_are_told_apart_by_a_hash_that_withstands_them()
    {
        // To look at one slot only takes every second text for one that was made to collide.
        var texts = new Utf8StringTable(maxProbe: 1);
        byte[][] all = [.. Enumerable.Range(0, 4096).Select(i => Encoding.UTF8.GetBytes($"/orders/{i}"))];
        Assert.Equal(Enumerable.Range(0, all.Length), all.Select(text => texts.NumberOf(text)));
        Assert.True(texts.UsesKey);
        Assert.Equal(Enumerable.Range(0, all.Length), all.Select(text => texts.NumberOf(text)));
        Assert.All(all, (text, number) => Assert.Equal(text, texts[number].ToArray()));
    }
}
