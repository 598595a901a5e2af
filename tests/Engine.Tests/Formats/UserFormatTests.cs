using System.Diagnostics;
using System.Text;
using LogAnalysis.Formats;
using LogAnalysis.Model;
using LogAnalysis.Times;
using Xunit;

namespace LogAnalysis.Tests.Formats;

public sealed class UserFormatTests
{
    [Theory]
    [InlineData("Ünlü #ERROR# Çok kötü €", "Error", "Çok kötü €")]
    [InlineData("😀 #warn# 😀😀", "Warning", "😀😀")]
    [InlineData("x #3# by number", "Error", "by number")]
    [InlineData("x #what# unknown", "Unknown", "unknown")]
    public void Groups_are_fields_wherever_they_stand(string line, string level, string message)
    {
        UserFormat format = UserFormat.Create("x", "^\\S+ #(?<level>\\w+)# (?<message>.*)$")!;
        byte[] bytes = Encoding.UTF8.GetBytes(line);
        LineFields fields = default;
        Assert.True(format.TryParse(bytes, ref fields));
        Assert.Equal((level, message), (fields.Level.ToString(), Encoding.UTF8.GetString(fields.Message.Of(bytes))));
    }

    [Fact]
    public void Bytes_that_are_no_characters_shift_nothing()
    {
        UserFormat format = UserFormat.Create("x", "#(?<level>\\w+)#")!;
        byte[] bytes = [0xFF, 0xC3, 0x28, .. "é #ERROR#"u8];
        LineFields fields = default;
        Assert.True(format.TryParse(bytes, ref fields));
        Assert.Equal(LogLevel.Error, fields.Level);
    }

    [Fact]
    public void A_response_has_all_its_fields()
    {
        UserFormat format = UserFormat.Create(
            "x", @"^(?<client>\S+) (?<timestamp>\S+) (?<method>[A-Z]+) (?<url>\S+) (?<status>\d+) (?<bytes>\d+) (?<duration>[\d.]+)$")!;
        byte[] bytes = Encoding.UTF8.GetBytes("192.0.2.7 2025-01-24T07:00:30Z GET /x 503 12 0.25");
        LineFields fields = default;
        Assert.True(format.TryParse(bytes, ref fields));
        var line = new LogLine(bytes, bytes, in fields, format)
        {
            Level = LogLevel.Error,
            IsContinuation = false,
            Stream = format,
            Ordinal = 1,
            Path = null,
            Number = 1,
            Offset = 0,
            ByteCount = bytes.Length,
            Reference = default,
            Conventions = TimeConventions.Default,
        };
        LogStatusCode response = LogStatusCode.From(in line);
        Assert.Equal((503, "GET", "/x", "192.0.2.7", 12L, 0.25), (response.Code, response.Method, response.Url, response.Client, response.Bytes, response.Duration?.TotalSeconds));
        Assert.Equal(new DateTimeOffset(2025, 1, 24, 7, 0, 30, TimeSpan.Zero), response.Timestamp);
    }

    [Fact]
    public void A_pattern_that_runs_away_is_given_up()
    {
        UserFormat format = UserFormat.Create("x", "^(?<level>(a+)+)(?=b)$")!;
        byte[] bytes = Encoding.UTF8.GetBytes(new string('a', 60) + "c");
        LineFields fields = default;
        for (int i = 0; i < 10; i++)
        {
            Assert.False(format.TryParse(bytes, ref fields));
        }

        Assert.True(format.IsGivenUp);
        Assert.False(format.TryParse("ab"u8, ref fields));
    }

    [Fact]
    public void A_pattern_of_very_many_states_has_two_seconds_for_a_line()
    {
        UserFormat format = UserFormat.Create("x", "(?<level>(?:a?){1000}a{1000}b)")!;
        LineFields fields = default;
        var clock = Stopwatch.StartNew();
        Assert.False(format.TryParse(Encoding.UTF8.GetBytes(new string('a', 1_000_000)), ref fields));
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, Patience.Limit);
    }

    [Fact]
    public void A_pattern_without_a_known_group_makes_no_format() => Assert.Null(UserFormat.Create("x", "(?<colour>red)(a)"));
}
