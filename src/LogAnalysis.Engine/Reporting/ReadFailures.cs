using LogAnalysis.Files;
using LogAnalysis.Text;

namespace LogAnalysis.Reporting;

/// <summary>The files that a report lacks, in whole or in part, each with the reason.</summary>
internal sealed class ReadFailures
{
    /// <summary>More are told only in number.</summary>
    private const int MaxNamed = 5;

    /// <summary>No more are kept.</summary>
    private const int MaxKept = 1000;

    private readonly SortedSet<string> _skipped = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _cut = new(StringComparer.Ordinal);

    /// <summary>Files of which nothing was read.</summary>
    public string[] Skipped => [.. _skipped];

    /// <summary>Files that were read in part.</summary>
    public string[] Cut => [.. _cut];

    /// <summary>Sentences for the reader of a report.</summary>
    public IEnumerable<string> Notes => new[] { Describe("not read", _skipped), Describe("read in part", _cut) }.OfType<string>();

    /// <summary>Takes a file that could not be read, or not to its end.</summary>
    public void Add(LogFileException failure)
    {
        (bool isCut, string reason) = failure.Kind switch
        {
            LogFileErrorKind.NotFound => (false, "it does not exist"),
            LogFileErrorKind.IsDirectory => (false, "it is a directory"),
            LogFileErrorKind.NotRegular => (false, "it is no regular file"),
            LogFileErrorKind.AccessDenied => (false, "access denied"),
            LogFileErrorKind.Locked => (false, "locked by another process"),
            LogFileErrorKind.Binary => (false, "it is not text"),
            LogFileErrorKind.TooManyOpenFiles => (false, "too many open files"),
            LogFileErrorKind.Truncated => (true, "it became shorter meanwhile"),
            LogFileErrorKind.TooMuch or LogFileErrorKind.Unsized => (true, "it is too long"),
            _ => (failure.BytesRead > 0, "reading failed"),
        };
        Add(isCut ? _cut : _skipped, [$"{ControlCharacters.Escape(failure.Path)} ({reason})"]);
    }

    /// <summary>Adds what was found elsewhere.</summary>
    public void Add(IEnumerable<string> skipped, IEnumerable<string> cut)
    {
        Add(_skipped, skipped);
        Add(_cut, cut);
    }

    private static void Add(SortedSet<string> known, IEnumerable<string> files)
    {
        foreach (string file in files)
        {
            known.Add(file);
            if (known.Count > MaxKept)
            {
                known.Remove(known.Max!);
            }
        }
    }

    private static string? Describe(string what, SortedSet<string> files)
    {
        if (files.Count == 0)
        {
            return null;
        }

        string more = files.Count > MaxNamed ? $" and {DisplayFormat.Count(files.Count - MaxNamed)} more" : string.Empty;
        return $"{DisplayFormat.Count(files.Count)} {(files.Count == 1 ? "file was" : "files were")} {what}: {string.Join(", ", files.Take(MaxNamed))}{more}.";
    }
}
