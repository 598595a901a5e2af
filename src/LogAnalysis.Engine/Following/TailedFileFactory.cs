using System.Text;
using LogAnalysis.Files;
using LogAnalysis.Parsing;
using LogAnalysis.Reading;
using LogAnalysis.Times;

namespace LogAnalysis.Following;

/// <summary>Makes the followed files of a path, each with the position at which reading starts.</summary>
internal sealed class TailedFileFactory(string path, FollowOptions options, IFollowSink sink)
{
    /// <summary>What the dates of all of them have shown: a log is rotated, and its writer stays the same.</summary>
    private readonly DateOrderSample _dates = new();

    /// <summary>A file to be read from its beginning.</summary>
    /// <param name="content">The file.</param>
    /// <param name="ahead">What was read of it before; null for nothing.</param>
    /// <exception cref="LogFileException">It is not text, or cannot be read.</exception>
    public TailedFile FromStart(LogContent content, ReadAhead? ahead = null) => Create(content, (_, _) => { }, ahead);

    /// <summary>A file to be read from its last lines on, as many as the options say.</summary>
    /// <exception cref="LogFileException">It is not text, or cannot be read.</exception>
    public TailedFile FromEnd(LogContent content) => Create(content, (file, encoding) =>
    {
        long start = !content.CanChange && options.Tail == 0 ? content.Length : TailStart.Find(content, options.Tail, LineEnd.Of(encoding));
        file.StartAt(start, encoding, lines: null);
    });

    /// <summary>A file to be read from a known position on.</summary>
    /// <exception cref="LogFileException">It is not text, or cannot be read.</exception>
    public TailedFile Resume(LogPosition position, LogContent content) =>
        Create(content, (file, encoding) => file.StartAt(position.Offset, encoding, position.Lines));

    private TailedFile Create(LogContent content, Action<TailedFile, Encoding?> start, ReadAhead? ahead = null)
    {
        var file = new TailedFile(path, content, options, sink, _dates) { Handle = { Ahead = ahead } };
        try
        {
            start(file, file.Open());
            return file;
        }
        catch (Exception cause)
        {
            file.Dispose();
            if (cause is IOException or UnauthorizedAccessException)
            {
                throw LogFileException.From(cause, path);
            }

            throw;
        }
    }
}
