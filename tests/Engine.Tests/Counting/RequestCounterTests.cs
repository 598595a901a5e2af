using System.Globalization;
using System.Text;
using LogAnalysis.Counting;
using Xunit;

namespace LogAnalysis.Tests.Counting;

/// <summary>Requests are counted by endpoint, in bounded memory.</summary>
public sealed class RequestCounterTests
{
    [Theory]
    [InlineData("GET /", "GET /")]
    [InlineData("GET /api/orders/17", "GET /api/orders/<*>")]
    [InlineData("GET /api/orders/17/items/5", "GET /api/orders/<*>/items/<*>")]
    [InlineData("DELETE /users/0f8fad5b-d9cb-469f-a165-70867728950e/", "DELETE /users/<*>/")]
    [InlineData("GET /files/a%20b", "GET /files/<*>")]
    [InlineData("GET /abcdefghijabcdefghijabcdefghijabc/x", "GET /<*>/x")]
    [InlineData("GET /abcdefghijabcdefghij/abcdefghijabcdefghij", "GET /abcdefghijabcdefghij/abcdefghijabcdefghij")]
    [InlineData(" /orders/17", " /orders/<*>")]
    [InlineData("", "")]
    [InlineData("GET /api/v2/orders/17", "GET /api/v2/orders/<*>")]
    [InlineData("GET", "GET")]
    [InlineData("G3T", "<*>")]
    public void Ids_in_a_path_are_wildcards(string request, string expected) => Assert.Equal(expected, UrlTemplate.Apply(request));

    [Fact]
    public void A_request_is_masked_as_the_pattern_of_an_error_is()
    {
        foreach (string path in new[] { "/api/orders/17", "/a/b", "/x/%41", "/v2/abcdefghijabcdefghijabcdefghijabc", "/1/2/3" })
        {
            string pattern = PatternToken.Show(RequestTemplate.Apply("GET"u8, Encoding.UTF8.GetBytes(path), 500));
            Assert.Equal(UrlTemplate.Apply($"GET {path}") + " 500", pattern);
        }
    }

    [Fact]
    public void Statuses_sizes_and_durations_are_those_of_the_endpoint()
    {
        var requests = new RequestCounter();
        Add(requests, "GET", "/a/1", 200, 10, 5);
        Add(requests, "GET", "/a/2", 404, null, 7);
        Add(requests, "GET", "/a/3", 503, 30, 1000);
        Add(requests, "POST", "/a/3", 200, null, null);
        KeyValuePair<string, RequestStatistics>[] sorted = requests.ToSorted();
        Assert.Equal(["GET /a/<*>", "POST /a/<*>"], sorted.Select(endpoint => endpoint.Key));
        RequestStatistics first = sorted[0].Value;
        Assert.Equal((3, 1, 1, 40), (first.Count, first.ClientErrors, first.ServerErrors, first.Bytes));
        Assert.Equal((1000, false), (first.Durations!.Max.TotalMilliseconds, sorted[1].Value.HasBytes));
        Assert.Null(sorted[1].Value.Durations);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Percentiles_are_too_large_by_a_thirty_second_at_most_and_merge_exactly(int seed)
    {
        var random = new Random(seed);
        TimeSpan[] times = [.. Enumerable.Range(0, 5000).Select(_ => TimeSpan.FromMicroseconds(Math.Round(Math.Exp(random.NextDouble() * 18))))];
        var (all, one, other) = (new DurationBuckets(), new DurationBuckets(), new DurationBuckets());
        for (int i = 0; i < times.Length; i++)
        {
            all.Add(times[i]);
            (i % 3 == 0 ? one : other).Add(times[i]);
        }

        one.Merge(other);
        Assert.Equal(all.Buckets, one.Buckets);
        Array.Sort(times);
        foreach (double share in new[] { 0.01, 0.5, 0.95, 0.99, 1 })
        {
            TimeSpan exact = times[(int)Math.Ceiling(share * times.Length) - 1];
            Assert.InRange(all.At(share), exact, exact * (33 / 32.0));
        }
    }

    [Fact]
    public void Durations_of_every_length_have_a_bucket()
    {
        var times = new DurationBuckets();
        TimeSpan[] lengths = [TimeSpan.Zero, TimeSpan.FromMicroseconds(1), TimeSpan.FromMicroseconds(31), TimeSpan.FromMicroseconds(32), TimeSpan.FromMicroseconds(63), TimeSpan.FromMicroseconds(64), TimeSpan.FromDays(1), TimeSpan.MaxValue];
        Array.ForEach(lengths, times.Add);
        Assert.Equal((lengths.Length, TimeSpan.MaxValue, TimeSpan.Zero), (times.Count, times.Max, times.At(0.1)));
        Assert.Equal(TimeSpan.FromMicroseconds(32), times.At(0.5));
    }

    [Fact]
    public void Of_many_endpoints_the_frequent_ones_are_kept_within_the_bound()
    {
        var random = new Random(1);
        var requests = new RequestCounter();
        var part = new RequestCounter();
        for (int i = 0; i < 400_000; i++)
        {
            string path = i % 4 == 0 ? "/busy" : "/" + NameOf(random.Next(100_000));
            Add(i % 2 == 0 ? requests : part, "GET", path, i % 8 == 0 ? 500 : 200, 1, null);
        }

        requests.Merge(part);
        Assert.InRange(requests.MaxUndercount, 1, requests.Total / (RequestCounter.MaxExact / 2) * 2);
        requests.Prune();
        (string name, RequestStatistics busiest) = requests.ToSorted()[0];
        Assert.Equal(("GET /busy", 400_000), (name, requests.Total));
        Assert.InRange(busiest.Count, 100_000 - requests.MaxUndercount, 100_000);
        Assert.InRange(requests.ToSorted().Length, 1, RequestCounter.Capacity);
        Assert.InRange(requests.MaxUndercount, 1, requests.Total / RequestCounter.Capacity);
    }

    /// <summary>A name without digits.</summary>
    private static string NameOf(int number) => string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => (char)('a' + digit - '0')));

    private static void Add(RequestCounter requests, string method, string path, int status, long? bytes, double? milliseconds) => requests.Add(
        Encoding.UTF8.GetBytes(method), Encoding.UTF8.GetBytes(path), status, bytes, milliseconds is double time ? TimeSpan.FromMilliseconds(time) : null);
}
