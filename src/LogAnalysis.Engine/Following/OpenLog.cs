using LogAnalysis.Formats;
using LogAnalysis.Reading;
using Microsoft.Win32.SafeHandles;

namespace LogAnalysis.Following;

/// <summary>
/// A file that is being followed, by its handle: wherever it is renamed to, its lines go on coming from here. A line is passed
/// on when its end has been written.
/// </summary>
internal sealed class OpenLog : IDisposable
{
    private readonly SafeFileHandle _handle;
    private readonly string _path;
    private readonly ILogSink _sink;
    private readonly LineSplitter _splitter = new();
    private LogParser _parser;
    private long _offset;

    private OpenLog(SafeFileHandle handle, string path, ILogSink sink)
    {
        _handle = handle;
        _path = path;
        _sink = sink;
        _parser = new LogParser(path, sink);
        Identity = FileIdentity.Of(handle, path);
    }

    /// <summary>Which file it is.</summary>
    public FileIdentity Identity { get; }

    /// <summary>When it last had something new, in the time of <see cref="Environment.TickCount64"/>.</summary>
    public long LastRead { get; private set; } = Environment.TickCount64;

    /// <summary>Opens a file to be read from its beginning.</summary>
    /// <exception cref="LogFileException">It cannot be opened, or is not text.</exception>
    public static OpenLog FromStart(string path, ILogSink sink) => Open(path, sink, _ => { });

    /// <summary>Opens a file to be read from its last <paramref name="lines"/> complete lines on.</summary>
    /// <exception cref="LogFileException">It cannot be opened, or is not text.</exception>
    public static OpenLog FromEnd(string path, int lines, ILogSink sink) => Open(path, sink, log =>
    {
        long start = TailStart.Find(log._handle, lines);
        if (start > 0)
        {
            log._parser = new LogParser(path, sink) { CountsLines = false };
            TailStart.Prime(log._handle, start, log._parser);
        }

        log.StartAt(start);
    });

    /// <summary>Reads the next block and passes on the lines that it completes.</summary>
    /// <returns>Whether there was anything new.</returns>
    /// <exception cref="LogFileException">Reading failed.</exception>
    public bool Read(byte[] block)
    {
        int length = ReadBlock(block);
        if (length == 0)
        {
            _parser.Flush();
            return false;
        }

        LastRead = Environment.TickCount64;
        _offset += length;
        _splitter.Push(block.AsSpan(0, length), _parser);
        return true;
    }

    /// <summary>Passes on a last line whose end was never written.</summary>
    public void Complete()
    {
        _splitter.Complete(_parser);
        _parser.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();

    private static OpenLog Open(string path, ILogSink sink, Action<OpenLog> start)
    {
        var log = new OpenLog(LogFileHandle.Open(path), path, sink);
        try
        {
            log.RequireText();
            start(log);
            return log;
        }
        catch (Exception cause)
        {
            log.Dispose();
            if (cause is IOException or UnauthorizedAccessException)
            {
                throw LogFileException.From(cause, path);
            }

            throw;
        }
    }

    private void RequireText()
    {
        Span<byte> beginning = stackalloc byte[TextProbe.Length];
        if (TextProbe.IsBinary(beginning[..RandomAccess.Read(_handle, beginning, 0)]))
        {
            throw new LogFileException(LogFileFault.Binary, _path);
        }
    }

    private int ReadBlock(byte[] block)
    {
        try
        {
            int length = RandomAccess.Read(_handle, block, _offset);
            return length == 0 && RandomAccess.GetLength(_handle) < _offset ? ReadTruncated(block) : length;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw LogFileException.From(cause, _path);
        }
    }

    /// <summary>The file is shorter than what was read of it: it was emptied and is written anew from its beginning.</summary>
    private int ReadTruncated(byte[] block)
    {
        Complete();
        _parser = new LogParser(_path, _sink);
        StartAt(0);
        return RandomAccess.Read(_handle, block, 0);
    }

    private void StartAt(long offset)
    {
        _offset = offset;
        _splitter.Reset(offset);
    }
}
