using LogAnalysis.Counting;
using LogAnalysis.Model;
using LogAnalysis.Parsing;
using LogAnalysis.Tests.Support;
using LogAnalysis.Text;
using Xunit;

namespace LogAnalysis.Tests.Parsing;

/// <summary>Lines that continue an entry after another container, or another file, has begun one: they go where their entry went.</summary>
public sealed class InterleavedEntriesTests
{
    private static readonly DateTimeOffset Start = new(2025, 1, 24, 7, 0, 30, TimeSpan.Zero);

    private static readonly string[] ErrorGoesOn =
    [
        "web_1  | 2025-01-24 07:00:30Z ERROR boom",
        "db_1   | 2025-01-24 07:00:31Z INFO fine",
        "web_1  |     at x.y(z.java:1)",
    ];

    private static readonly string[] InformationGoesOn =
    [
        "web_1  | 2025-01-24 07:00:31Z INFO fine",
        "db_1   | 2025-01-24 07:00:30Z ERROR boom",
        "web_1  |     at x.y(z.java:1)",
    ];

    public static TheoryData<string, string, int> Cases()
    {
        TheoryData<string, string, int> cases = [];
        foreach (string filter in Filters.Keys)
        {
            cases.Add(filter, nameof(ErrorGoesOn), 2);
            cases.Add(filter, nameof(InformationGoesOn), 1);
        }

        cases.Add("every text", nameof(ErrorGoesOn), 3);
        cases.Add("every text", nameof(InformationGoesOn), 3);
        cases.Add("errors of every text", nameof(ErrorGoesOn), 2);
        cases.Add("errors of every text", nameof(InformationGoesOn), 1);
        return cases;
    }

    private static Dictionary<string, EntryFilter> Filters { get; } = new()
    {
        ["minimum level"] = new() { MinimumLevel = LogLevel.Error },
        ["levels"] = new() { Levels = [LogLevel.Error] },
        ["time"] = new() { Since = Start, Until = Start.AddSeconds(1) },
        ["pattern"] = new() { Pattern = UserPattern.Compile("boom") },
        ["not pattern"] = new() { NotPattern = UserPattern.Compile("fine") },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_filter_counts_them_with_their_entry(string filter, string lines, int expected)
    {
        var strings = new ErrorCounter();
        Push(LinesOf(lines), new EntryFilterSink(FilterOf(filter), strings));
        ILogCounter counter = FilteredCounter.Of(FilterOf(filter), new ErrorCounter());
        Push(LinesOf(lines), counter);
        var entries = new ErrorCounter();
        var sink = new EntryFilterSink(FilterOf(filter), entries);
        foreach (LogEntry entry in CollectingSink.ReadText(LinesOf(lines)))
        {
            sink.Add(entry.AsLine());
        }

        sink.Flush();
        Assert.Equal(((long)expected, (long)expected, (long)expected), (strings.Lines, ((ErrorCounter)((FilteredCounter)counter).Inner).Lines, entries.Lines));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_filter_selects_them_with_their_entry(string filter, string lines, int expected)
    {
        var selector = new EntrySelector(FilterOf(filter));
        var selected = new List<LogEntry>();
        Push(LinesOf(lines), new EntryAssembler(entry => selected.AddRange(selector.Includes(entry) ? [entry] : [])));
        Assert.Equal(expected, selected.Count);
    }

    [Theory]
    [InlineData("minimum level")]
    [InlineData("time")]
    [InlineData("pattern")]
    public void Lines_of_several_files_go_with_the_entry_of_their_own(string filter)
    {
        var counter = new ErrorCounter();
        var sink = new EntryFilterSink(FilterOf(filter), counter);
        var web = new LinePipeline(new LineSource("web.log"), sink);
        var db = new LinePipeline(new LineSource("db.log"), sink);
        web.PushText("2025-01-24 07:00:30Z ERROR boom");
        db.PushText("2025-01-24 07:00:31Z INFO fine");
        web.PushText("    at x.y(z.java:1)");
        db.PushText("    and no more");
        web.Complete();
        Assert.Equal((2L, 1L), (counter.Lines, counter.Errors));
    }

    [Theory]
    [InlineData(nameof(ErrorGoesOn), 2)]
    [InlineData(nameof(InformationGoesOn), 1)]
    public void A_window_has_the_lines_of_its_entries(string lines, int ofFirst)
    {
        var windows = new WindowedSink<ErrorCounter>(TimeSpan.FromSeconds(1), () => new ErrorCounter(), (_, _) => { });
        Push(LinesOf(lines), windows);
        Assert.Equal([(Start, ofFirst), (Start.AddSeconds(1), 3 - ofFirst)], windows.TakeAll().Select(window => (window.Window.Start, (int)window.Sink.Lines)));
    }

    [Fact]
    public void An_entry_without_a_time_belongs_where_the_one_before_it_in_its_file_does()
    {
        var windows = new WindowedSink<ErrorCounter>(TimeSpan.FromSeconds(1), () => new ErrorCounter(), (_, _) => { });
        var web = new LinePipeline(new LineSource("web.log"), windows);
        var db = new LinePipeline(new LineSource("db.log"), windows);
        web.PushText("2025-01-24 07:00:30Z GET / 200");
        db.PushText("2025-01-24 07:00:31Z GET / 200");
        web.PushText("{\"level\":\"error\",\"msg\":\"boom\"}");
        Assert.Equal([(Start, 2L), (Start.AddSeconds(1), 1L)], windows.TakeAll().Select(window => (window.Window.Start, window.Sink.ToSummary().Entries)));
    }

    [Fact]
    public void A_message_below_its_header_is_that_of_its_own_entry()
    {
        var counter = new ErrorCounter();
        var grouping = new ErrorGrouping(ErrorGroupKey.Pattern, LogLevel.Error);
        string[] lines =
        [
            "web_1  | fail: Shop.Orders[0]",
            "db_1   | fail: Shop.Store[0]",
            "job_1  | info: Shop.Jobs[0]",
            "db_1   |       store is down",
            "web_1  |       order was refused",
            "job_1  |       job is done",
        ];
        Push(lines, counter);
        Push(lines, grouping);
        Assert.Equal("store is down", counter.ToSummary().LastMessage);
        Assert.Equal(["order was refused", "store is down"], grouping.ToGroups().Select(group => group.Name).Order());
    }

    private static EntryFilter FilterOf(string name) => name switch
    {
        "every text" => new() { Pattern = UserPattern.Compile(".") },
        "errors of every text" => new() { MinimumLevel = LogLevel.Error, Pattern = UserPattern.Compile(".") },
        _ => Filters[name],
    };

    private static string[] LinesOf(string name) => name == nameof(ErrorGoesOn) ? ErrorGoesOn : InformationGoesOn;

    private static void Push(string[] lines, ILogSink sink)
    {
        var pipeline = new LinePipeline(new LineSource(null), sink);
        Array.ForEach(lines, pipeline.PushText);
        pipeline.Complete();
    }
}
