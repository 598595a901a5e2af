using LogAnalysis.Counting;
using LogAnalysis.Model;
using LogAnalysis.Parsing;

namespace LogAnalysis.Tests.Support;

/// <summary>Groups by patterns, as tests count, add and bring them back.</summary>
internal static class PatternGroups
{
    /// <summary>The groups of some lines.</summary>
    public static LogErrorGroup[] GroupsOf(IEnumerable<string> lines, MessageMasks? masks = null)
    {
        var grouping = new ErrorGrouping(ErrorGroupKey.Pattern, LogLevel.Unknown, masks);
        Push(lines, grouping);
        return [.. grouping.ToGroups()];
    }

    /// <summary>Groups added up, as those that are piped back are.</summary>
    public static LogErrorGroup[] Sum(IEnumerable<LogErrorGroup> groups, MessageMasks? masks = null)
    {
        var grouping = new ErrorGrouping(ErrorGroupKey.Pattern, LogLevel.Unknown, masks);
        foreach (LogErrorGroup group in groups)
        {
            grouping.Add(group);
        }

        return [.. grouping.ToGroups()];
    }

    /// <summary>What comes back from a file: it has what is shown, and the state.</summary>
    public static LogErrorGroup Restored(LogErrorGroup group) => Restored(group, new LogMergeState { Data = group.MergeState?.Data ?? string.Empty });

    /// <summary>The same with another state.</summary>
    public static LogErrorGroup Restored(LogErrorGroup group, LogMergeState state) => new()
    {
        By = group.By,
        Id = group.Id,
        Name = group.Name,
        Count = group.Count,
        Percent = group.Percent,
        Level = group.Level,
        First = group.First,
        Last = group.Last,
        Example = group.Example,
        Paths = group.Paths,
        MergeState = state,
    };

    /// <summary>The entries of some lines, with the lines that belong to them.</summary>
    public static List<LogEntry> EntriesOf(IEnumerable<string> lines)
    {
        List<LogEntry> entries = [];
        var assembler = new EntryAssembler(entries.Add);
        Push(lines, assembler);
        assembler.Flush();
        return entries;
    }

    /// <summary>Passes lines to a sink, and ends them.</summary>
    public static void Push(IEnumerable<string> lines, ILogSink sink)
    {
        var strings = new LinePipeline(new LineSource(null), sink);
        foreach (string line in lines)
        {
            strings.PushText(line);
        }

        strings.Complete();
    }
}
