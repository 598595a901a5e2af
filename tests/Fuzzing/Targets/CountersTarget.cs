using System.Text.Json;
using CsCheck;
using LogAnalysis.Counting;
using LogAnalysis.Model;
using LogAnalysis.Parsing;
using LogAnalysis.Querying;
using LogAnalysis.Reporting;

namespace LogAnalysis.Tests.Fuzzing.Targets;

/// <summary>Every counter has the same answer for a log at once as for its parts added up, and counts no more than there is.</summary>
internal sealed class CountersTarget() : FuzzTarget("counters")
{
    /// <summary>Every five entries.</summary>
    private static readonly int[] Cuts = [.. Enumerable.Repeat(5, 1000)];

    /// <inheritdoc/>
    public override Gen<byte[]> Inputs => AnyBytes.Log;

    /// <inheritdoc/>
    public override void Try(byte[] input)
    {
        foreach (ILogCounter counter in Counters())
        {
            var parts = new CuttingSink(counter.Fork(), Cuts);
            Read(input, parts);
            Read(input, counter);
            Promise.Same(AnswerOf(parts.Complete()), AnswerOf(counter));
        }
    }

    /// <summary>What a counter counts.</summary>
    public static IEnumerable<ILogCounter> Counters() =>
    [
        new ErrorCounter(), new StatusCodeCounter(StatusCodeFilter.All), new ReportBuilder(new ReportOptions()),
        new ReportBuilder(new ReportOptions { Top = 3, BucketSize = TimeSpan.FromMinutes(1) }),
        .. Enum.GetValues<ErrorGroupKey>().Select(key => new ErrorGrouping(key, LogLevel.Unknown)),
        new FieldGrouping(new FieldSelection([], ["user", "Level"]), within: null, LogLevel.Unknown),
        new FieldGrouping(new FieldSelection([], ["Host"]), ErrorGroupKey.Pattern, LogLevel.Unknown),
        new FieldSummaryCounter(),
        new FieldStatisticsCounter(new FieldSelection(["Duration", "*a*"], ["Client", "StatusCode"])),
    ];

    private static void Read(byte[] input, ILogSink sink)
    {
        var lines = new LinePipeline(new LineSource("a.log") { LastWritten = new DateTime(2025, 1, 24, 7, 0, 30, DateTimeKind.Local) }, sink);
        lines.Push(input);
        lines.Complete();
    }

    private static string AnswerOf(ILogCounter counter) => JsonSerializer.Serialize(counter switch
    {
        ErrorCounter errors => errors.ToSummary(),
        ReportBuilder report => report.Build(),
        FieldGrouping groups => groups.ToGroups(),
        FieldSummaryCounter fields => fields.ToSummaries(top: 3),
        FieldStatisticsCounter statistics => statistics.ToStatistics(int.MaxValue, windowStart: null),
        StatusCodeCounter codes => codes.ToCounts(),
        ErrorGrouping groups => (object)groups.ToGroups().ToArray(),
        _ => throw new NotSupportedException(),
    });
}
