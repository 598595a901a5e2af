using LogAnalysis.Formats;
using LogAnalysis.Reading;

namespace LogAnalysis.Following;

/// <summary>
/// A path that is followed through rotations: the file that stands there now, and those that stood there and whose writers may
/// not be done.
/// </summary>
internal sealed class FollowedFile(string path, FollowOptions options, ILogSink sink, Action<LogFileException> report) : IDisposable
{
    private readonly List<OpenLog> _rotated = [];
    private OpenLog? _current;
    private LogFileFault? _reported;
    private bool _started;

    /// <summary>Reads the next block of the file and of those that were rotated away.</summary>
    /// <returns>Whether there was anything new.</returns>
    public bool Read(byte[] block)
    {
        bool any = false;
        foreach (OpenLog log in _rotated)
        {
            any |= Read(log, block);
        }

        return any | (_current is not null && Read(_current, block));
    }

    /// <summary>
    /// Looks at what stands at the path now. Call it when <see cref="Read(byte[])"/> had nothing new: what was renamed away is read to
    /// its end before its successor.
    /// </summary>
    /// <returns>Whether there is another file to read.</returns>
    public bool Look(byte[] block)
    {
        DropQuietRotated();
        if (_current is null)
        {
            return TryOpen();
        }

        if (FileIdentity.Of(path) is not FileIdentity identity || identity == _current.Identity)
        {
            return false;
        }

        // Between the last read and the appearance of the successor, the writer may have finished its last lines.
        while (Read(_current, block))
        {
        }

        _rotated.Add(_current);
        _current = null;
        return TryOpen();
    }

    /// <summary>Opens the file for the first time, at its beginning or near its end.</summary>
    public void Start()
    {
        TryOpen();
        _started = true;
    }

    /// <summary>Passes on last lines whose ends were never written.</summary>
    public void Complete()
    {
        foreach (OpenLog log in _rotated)
        {
            log.Complete();
        }

        _current?.Complete();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _rotated.ForEach(log => log.Dispose());
        _current?.Dispose();
    }

    /// <summary>A handle that fails is kept: what fails for a moment goes on where it was, and nothing is read twice.</summary>
    private bool Read(OpenLog log, byte[] block)
    {
        try
        {
            bool any = log.Read(block);
            _reported = any ? null : _reported;
            return any;
        }
        catch (LogFileException failure)
        {
            Report(failure);
            return false;
        }
    }

    private bool TryOpen()
    {
        try
        {
            // What appears after following began is new from its first line.
            _current = _started || options.FromStart ? OpenLog.FromStart(path, options, sink) : OpenLog.FromEnd(path, options.Tail, options, sink);
            _reported = null;
            return true;
        }
        catch (LogFileException failure)
        {
            // A file that was there and is gone for the moment is the ordinary course of a rotation.
            if (!_started || failure.Fault != LogFileFault.NotFound)
            {
                Report(failure);
            }

            return false;
        }
    }

    private void Report(LogFileException failure)
    {
        if (_reported != failure.Fault)
        {
            _reported = failure.Fault;
            report(failure);
        }
    }

    private void DropQuietRotated()
    {
        for (int i = _rotated.Count - 1; i >= 0; i--)
        {
            if (Environment.TickCount64 - _rotated[i].LastRead > options.RotationGrace.TotalMilliseconds)
            {
                _rotated[i].Complete();
                _rotated[i].Dispose();
                _rotated.RemoveAt(i);
            }
        }
    }
}
