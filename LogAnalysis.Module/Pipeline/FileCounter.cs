using LogAnalysis.Files;
using LogAnalysis.Formats;
using LogAnalysis.Model;
using LogAnalysis.Parallel;
using LogAnalysis.Parsing;
using LogAnalysis.Reading;

namespace LogAnalysis.Pipeline;

/// <summary>Counts files. Those that cannot be read are reported.</summary>
internal sealed class FileCounter(ReadContext context)
{
    private ParallelReadOptions? _parallel;

    /// <summary>Counts each file apart: several files, and several parts of each, at a time where that is possible.</summary>
    /// <param name="files">Their full paths.</param>
    /// <param name="create">Makes the counter of a file.</param>
    /// <param name="take">Takes the counter of a file that could be read. Files come in their order.</param>
    public void Count<TCounter>(IEnumerable<string> files, Func<TCounter> create, Action<TCounter> take)
        where TCounter : ILogCounter
    {
        if (CanUseAllCores())
        {
            CountInParallel(files, create, take);
            return;
        }

        foreach (string file in files)
        {
            TCounter counter = create();
            if (TryRead(file, counter))
            {
                take(counter);
            }
        }
    }

    /// <summary>Reads the entries of a file that pass the filter, line after line.</summary>
    /// <returns>Whether it could be read, if only up to an error.</returns>
    public bool TryRead(string file, ILogSink sink)
    {
        try
        {
            LogFileReader.Read(file, context.Options, context.Filter.Before(sink), context.Progress, context.Stop, out UnreadableText unreadable);
            context.Errors.Warn(file, unreadable);
            return true;
        }
        catch (LogFileException failure)
        {
            return context.Errors.Report(failure);
        }
        finally
        {
            context.Progress.CompleteFile(file);
            context.Errors.ReportGivenUpPatterns();
        }
    }

    /// <summary>Of a pattern that times out the entry is named, which only the thread of the pipeline can.</summary>
    private bool CanUseAllCores() => !context.Filter.Inner.CanTakeTooLong && !LogFormats.Registered.All.Any(format => format.CanTakeTooLong);

    private void CountInParallel<TCounter>(IEnumerable<string> files, Func<TCounter> create, Action<TCounter> take)
        where TCounter : ILogCounter
    {
        // Once for all files, since counting the free handles takes a look at all that are open.
        _parallel ??= new ParallelReadOptions(context.Options) { PartitionSize = create().PartitionSize };

        // Files are delivered in the order in which they were begun.
        var begun = new Queue<(TCounter Counter, ReadStatistics? Statistics)>();
        ParallelCounter.Count(files, _parallel, Begin, Deliver, context.Progress, context.Stop);

        ILogCounter Begin()
        {
            TCounter counter = create();
            ReadStatistics? statistics = context.Filter.Statistics is null ? null : new ReadStatistics();
            begun.Enqueue((counter, statistics));
            return FilteredCounter.Of(context.Filter.Inner, counter, statistics);
        }

        void Deliver(FileCount result)
        {
            context.Filter.RequirePatience();
            (TCounter counter, ReadStatistics? statistics) = begun.Dequeue();
            context.Progress.CompleteFile(result.Path);
            context.Errors.Warn(result.Path, result.Unreadable);
            if (context.Errors.Report(result.Failure))
            {
                context.Filter.Note(statistics);
                take(counter);
            }
        }
    }
}
