using LogAnalysis.Counting;
using LogAnalysis.Files;
using LogAnalysis.Following;
using LogAnalysis.Model;
using LogAnalysis.Parallel;
using LogAnalysis.Reading;
using LogAnalysis.Reporting;

namespace LogAnalysis.Tests.Fuzzing.Hostile;

/// <summary>What a command does with a file.</summary>
/// <param name="Name">The command.</param>
/// <param name="Run">Does it.</param>
internal sealed record HostileJob(string Name, Action<string> Run)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<HostileJob> All { get; } =
    [
        new("Measure-LogErrors", path => Scan(path, () => new ErrorCounter(), counter => counter.ToSummary())),
        new("Measure-LogErrors -By Pattern", path => Scan(path, () => new ErrorGrouping(ErrorGroupKey.Pattern, LogLevel.Unknown), counter => counter.ToGroups().ToArray())),
        new("Measure-LogErrors -By Exception", path => Scan(path, () => new ErrorGrouping(ErrorGroupKey.Exception, LogLevel.Unknown), counter => counter.ToGroups().ToArray())),
        new("Get-LogStatusCode -Summary", path => Scan(path, () => new StatusCodeCounter(StatusCodeFilter.All), counter => counter.ToCounts())),
        new("Get-LogReport", path => Scan(path, () => new ReportBuilder(new ReportOptions()), counter => counter.Build())),
        new("Get-LogReport -BucketSize 1s", path => Scan(path, () => new ReportBuilder(new ReportOptions { BucketSize = TimeSpan.FromSeconds(1) }), counter => counter.Build())),
        new("Get-LogEntry", ReadEntries),
        new("Get-LogEntry -Tail", path => EntryTail.Read(path, ReadOptions.Default, 10, default, _ => true, NoProgress.Instance, CancellationToken.None)),
        new("Watch-LogFile", Follow),
    ];

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static void Scan<T>(string path, Func<T> create, Func<T, object> answer)
        where T : class, ILogCounter =>
        ParallelCounter.Count([path], new ParallelReadOptions(ReadOptions.Default), create, result => answer((T)result.Counter), NoProgress.Instance, CancellationToken.None);

    private static void ReadEntries(string path)
    {
        using var reader = new EntryReader(path, ReadOptions.Default);
        while (reader.MoveNext())
        {
            _ = (reader.Current.Message, reader.Current.Timestamp);
        }
    }

    /// <summary>Reads on as a follower does, and what is left at the end.</summary>
    private static void Follow(string path)
    {
        using var file = new TailedPath(path, new FollowOptions { FromStart = true, JoinsLines = true }, new NoFollowSink(), new FileRegistry(new OpenHandles(100)), failure => throw failure);
        file.Start();
        byte[] block = new byte[TailedFile.BlockSize];
        while (file.Look() || file.Read(block))
        {
        }

        file.Complete();
    }
}
