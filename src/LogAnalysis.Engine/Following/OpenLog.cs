using System.Text;
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
    private readonly ReadOptions _options;
    private readonly LineSplitter _splitter = new();
    private LogParser _parser;
    private Transcoder? _transcoder;
    private long _offset;

    private OpenLog(SafeFileHandle handle, string path, ReadOptions options, ILogSink sink)
    {
        _handle = handle;
        _path = path;
        _sink = sink;
        _options = options;
        _parser = new LogParser(path, sink, options.Format);
        Identity = FileIdentity.Of(handle, path);
    }

    /// <summary>Which file it is.</summary>
    public FileIdentity Identity { get; }

    /// <summary>When it last had something new, in the time of <see cref="Environment.TickCount64"/>.</summary>
    public long LastRead { get; private set; } = Environment.TickCount64;

    /// <summary>Opens a file to be read from its beginning.</summary>
    /// <exception cref="LogFileException">It cannot be opened, or is not text.</exception>
    public static OpenLog FromStart(string path, ReadOptions options, ILogSink sink) => Open(path, options, sink, (_, _) => { });

    /// <summary>Opens a file to be read from its last <paramref name="lines"/> complete lines on.</summary>
    /// <exception cref="LogFileException">It cannot be opened, or is not text.</exception>
    public static OpenLog FromEnd(string path, int lines, ReadOptions options, ILogSink sink) => Open(path, options, sink, (log, encoding) =>
    {
        long start = TailStart.Find(log._handle, lines, LineEnd.Of(encoding));
        if (start > 0)
        {
            log._parser = new LogParser(path, sink, options.Format) { CountsLines = false };
            log._transcoder = encoding is null ? null : new Transcoder(encoding);
        }

        if (start > 0 && encoding is null)
        {
            TailStart.PrimeColumns(log._handle, log._parser);
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
        ReadOnlySpan<byte> bytes = block.AsSpan(0, length);
        if (_offset == 0)
        {
            bytes = bytes[DetectEncoding(bytes)..];
        }

        _offset += length;
        _splitter.Push(_transcoder is null ? bytes : _transcoder.Convert(bytes), _parser);
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

    private static OpenLog Open(string path, ReadOptions options, ILogSink sink, Action<OpenLog, Encoding?> start)
    {
        var log = new OpenLog(LogFileHandle.Open(path), path, options, sink);
        try
        {
            start(log, log.RequireText());
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

    /// <summary>The encoding of the text; null for UTF-8.</summary>
    private Encoding? RequireText()
    {
        Span<byte> beginning = stackalloc byte[TextProbe.Length];
        beginning = beginning[..RandomAccess.Read(_handle, beginning, 0)];
        Encoding? encoding = TextEncoding.Detect(beginning, _options.Encoding, out _);
        if (encoding is null && TextProbe.IsBinary(beginning))
        {
            throw new LogFileException(LogFileFault.Binary, _path);
        }

        return encoding;
    }

    /// <summary>Finds out what the text is written in, when its beginning is read; the length of the mark there.</summary>
    private int DetectEncoding(ReadOnlySpan<byte> beginning)
    {
        Encoding? encoding = TextEncoding.Detect(beginning, _options.Encoding, out int mark);
        _transcoder = encoding is null ? null : new Transcoder(encoding);
        return mark;
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
        _parser = new LogParser(_path, _sink, _options.Format);
        StartAt(0);
        return RandomAccess.Read(_handle, block, 0);
    }

    private void StartAt(long offset)
    {
        _offset = offset;
        _splitter.Reset(offset);
    }
}
