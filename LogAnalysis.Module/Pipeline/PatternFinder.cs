using System.Collections;
using System.Management.Automation;
using LogAnalysis.Counting;
using LogAnalysis.Files;
using LogAnalysis.Parsing;
using LogAnalysis.Paths;
using LogAnalysis.Reading;

namespace LogAnalysis.Pipeline;

/// <summary>Finds the patterns of files before their entries are read: which of them an entry has depends on all messages.</summary>
/// <param name="options">How the files are read.</param>
/// <param name="filter">Which entries are wanted.</param>
/// <param name="masks">What is a value in messages besides; null for nothing.</param>
/// <param name="stop">Ends reading.</param>
internal sealed class PatternFinder(ReadOptions options, EntryFilter filter, MessageMasks? masks, CancellationToken stop)
{
    /// <summary>The name by which a condition asks for a pattern.</summary>
    public const string IdName = nameof(LogEntry.PatternId);

    /// <summary>The patterns of the entries of some files.</summary>
    /// <param name="files">The files. What is wrong with them is reported when their entries are read.</param>
    /// <param name="minimumLevel">The least serious level that counts.</param>
    public LogErrorGroup[] Find(IEnumerable<string> files, LogLevel minimumLevel)
    {
        var grouping = new ErrorGrouping(ErrorGroupKey.Pattern, minimumLevel, masks);
        var sink = new EntryFilterSink(filter, grouping);
        foreach (string file in files)
        {
            try
            {
                LogFileReader.Read(file, options, sink, NoProgress.Instance, stop);
            }
            catch (LogFileException)
            {
                // Reported when its entries are read.
            }
        }

        sink.Flush();
        return [.. grouping.ToGroups()];
    }

    /// <summary>The patterns of the entries of the files that are named.</summary>
    public LogErrorGroup[] Find(InputFiles files, LogLevel minimumLevel) => Find(files.ResolveAhead(), minimumLevel);

    /// <summary>The patterns with some ids: among errors, where they are; otherwise among all entries.</summary>
    /// <param name="files">The files.</param>
    /// <param name="ids">The ids.</param>
    /// <param name="levels">The least serious levels that may have been counted, in the order in which they are tried.</param>
    public IEnumerable<LogErrorGroup> Find(IReadOnlyList<string> files, HashSet<string> ids, IEnumerable<LogLevel> levels) =>
        levels.Select(level => Find(files, level).Where(group => group.Id is not null && ids.Contains(group.Id)).ToArray()).FirstOrDefault(found => found.Length > 0) ?? [];

    /// <summary>The ids that a condition asks for.</summary>
    public static HashSet<string> ReadIds(object? condition)
    {
        object? value = condition is PSObject wrapped ? wrapped.BaseObject : condition;
        IEnumerable<object?> values = value is IList list ? list.Cast<object?>() : [value];
        return values.Select(LanguagePrimitives.ConvertTo<string>).Where(id => !string.IsNullOrEmpty(id)).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }
}
