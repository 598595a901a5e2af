using System.Diagnostics;
using System.Globalization;
using System.Text;
using LogAnalysis.Formats;
using LogAnalysis.Model;
using LogAnalysis.Parsing;
using LogAnalysis.Tests.Support;
using LogAnalysis.Text;
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
        UserFormat format = UserFormat.Create("x", "^\\S+ #(?<level>\\w+)# (?<message>.*)$");
        byte[] bytes = Encoding.UTF8.GetBytes(line);
        LineFields fields = default;
        Assert.True(format.TryParse(bytes, ref fields));
        Assert.Equal((level, message), (fields.Level.ToString(), Encoding.UTF8.GetString(fields.Message.Of(bytes))));
    }

    [Fact]
    public void Bytes_that_are_no_characters_shift_nothing()
    {
        UserFormat format = UserFormat.Create("x", "#(?<level>\\w+)#");
        byte[] bytes = [0xFF, 0xC3, 0x28, .. "é #ERROR#"u8];
        LineFields fields = default;
        Assert.True(format.TryParse(bytes, ref fields));
        Assert.Equal(LogLevel.Error, fields.Level);
    }

    [Fact]
    public void A_response_has_all_its_fields()
    {
        UserFormat format = UserFormat.Create(
            "x", @"^(?<client>\S+) (?<timestamp>\S+) (?<method>[A-Z]+) (?<url>\S+) (?<status>\d+) (?<bytes>\d+) (?<duration>[\d.]+)$");
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
            FieldReader = LineFieldReader.Instance,
        };
        LogStatusCode response = LogStatusCode.From(in line);
        Assert.Equal((503, "GET", "/x", "192.0.2.7", 12L, 0.25), (response.Code, response.Method, response.Url, response.Client, response.Bytes, response.Duration?.TotalSeconds));
        Assert.Equal(new DateTimeOffset(2025, 1, 24, 7, 0, 30, TimeSpan.Zero), response.Timestamp);
    }

    [Fact]
    public void A_pattern_that_runs_away_is_given_up()
    {
        UserFormat format = UserFormat.Create("x", "^(?<level>(a+)+)(?=b)$");
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
        UserFormat format = UserFormat.Create("x", "(?<level>(?:a?){1000}a{1000}b)");
        LineFields fields = default;
        var clock = Stopwatch.StartNew();
        Assert.False(format.TryParse(Encoding.UTF8.GetBytes(new string('a', 1_000_000)), ref fields));
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, Patience.Limit);
    }

    [Fact]
    public void A_pattern_without_a_named_group_makes_no_format() =>
        Assert.Equal(FormatProblem.NoNamedGroup, Assert.Throws<FormatDefinitionException>(() => UserFormat.Create("x", "(red)(a)")).Problem);

    [Fact]
    public void Every_named_group_is_a_field_with_its_place_in_the_line()
    {
        LinePattern pattern = Assert.Single(UserFormat.Create("x", "^(?<colour>\\S+) #(?<level>\\w+)#(?<rest>.+)?").Patterns);
        byte[] line = "größe #ERROR#"u8.ToArray();
        Assert.Equal(["colour: größe", "level: ERROR"], pattern.ReadGroups(line).Select(group => $"{group.Key}: {Encoding.UTF8.GetString(group.Value.Of(line))}"));
    }

    [Theory]
    [InlineData("^\\*(?<level>x)", "*")]
    [InlineData("^(?<level>[AB]) x", "AB")]
    [InlineData("^(?:(?<level>[a-c])x)", "abc")]
    [InlineData("^é(?<level>x)", "\u00c3")]
    [InlineData("^a?(?<level>x)", null)]
    [InlineData("^(?<level>a)?b", null)]
    [InlineData("^(?<level>a)|b", null)]
    [InlineData("^a{0,2}b", null)]
    [InlineData("^a{2}b", "a")]
    [InlineData("^(?i)a", null)]
    [InlineData("^(?=a)b", null)]
    [InlineData("^(?<=a)b", null)]
    [InlineData("^[^a]", null)]
    [InlineData("^[\\]a]", null)]
    [InlineData("^.", null)]
    [InlineData("a", null)]
    [InlineData("^\\Aa", null)]
    public void A_pattern_is_tried_on_lines_that_can_match_only(string pattern, string? first) => Assert.Equal(first, PatternStart.Of(pattern));

    [Fact]
    public void Digits_of_any_script_can_match_a_digit()
    {
        string first = PatternStart.Of("^(?<timestamp>\\d{4}-)")!;
        Assert.All("0٣９", digit => Assert.Contains((char)Encoding.UTF8.GetBytes(digit.ToString())[0], first));
        Assert.DoesNotContain('a', first);
    }

    [Theory]
    [InlineData("dd.MM.yyyy HH:mm:ss", "05.03.2025 07:00:30", "2025-03-05T07:00:30+00:00")]
    [InlineData("yyyy-MM-dd H:mm:ss", "2025-03-05  7:00:30", "2025-03-05T07:00:30+00:00")]
    [InlineData("yyyyMMdd HHmmss.fff zzz", "20250305 070030.139 +01:00", "2025-03-05T07:00:30.139+01:00")]
    [InlineData("yyyy-MM-ddTHH:mm:ssZ", "2025-03-05T07:00:30Z", "2025-03-05T07:00:30+00:00")]
    [InlineData("ddd MMM d HH:mm", "Wed Mar 5 07:00", "2025-03-05T07:00:00+00:00")]
    [InlineData("MMM d HH:mm:ss", "Feb 29 07:00:30", "2024-02-29T07:00:30+00:00")]
    [InlineData("o", "2025-03-05T07:00:30.0000000+02:00", "2025-03-05T07:00:30+02:00")]
    [InlineData("dd.MM.yyyy", "31.02.2025", null)]
    [InlineData("dd.MM.yyyy", "5.3.2025", null)]
    public void A_time_is_read_in_the_layout_that_is_given(string layout, string text, string? expected)
    {
        bool isRead = TimeLayout.Create(layout)!.TryRead(text, new DateTime(2025, 3, 6), new TimeConventions(TimeZoneInfo.Utc, default), out DateTimeOffset time);
        Assert.Equal(expected, isRead ? time.ToString("yyyy-MM-ddTHH:mm:ss.FFFzzz", CultureInfo.InvariantCulture) : null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HH:mm")]
    [InlineData("yyyy-MM 'd'")]
    [InlineData("dd.MM.yyyy '")]
    public void A_layout_that_gives_no_day_is_refused(string layout) => Assert.Null(TimeLayout.Create(layout));

    [Fact]
    public void Lines_below_the_first_give_an_entry_what_it_lacks()
    {
        UserFormat format = UserFormat.Create(new FormatDefinition
        {
            Name = "x",
            Pattern = ["^<(?<date>\\S+)>", "^ at (?<time>\\S+)", "^ state (?<level>\\w+)", "^ text (?<message>.*)"],
            LevelMap = new Dictionary<string, LogLevel> { ["Bad"] = LogLevel.Error },
            TimestampFormat = ["dd.MM.yyyy HH:mm"],
        });
        List<LogEntry> entries = CollectingSink.ReadText(format, "<05.03.2025>", " at 07:00", " state BAD", " text errör", "  more", "<06.03.2025>", " text fine", "<07.03.2025>");
        Assert.Equal(
            ["Error errör 2025-03-05 07:00", "Unknown fine ", "Unknown <07.03.2025> "],
            entries.Where(entry => !entry.IsContinuation).Select(entry => $"{entry.Level} {entry.Message} {entry.Timestamp:yyyy-MM-dd HH:mm}"));
        Assert.Equal(5, entries.Count(entry => entry.IsContinuation));
    }
}
