using LogAnalysis.Files;
using LogAnalysis.Model;
using LogAnalysis.Parsing;

namespace LogAnalysis.Reading;

/// <summary>Takes samples of the times of a log. It remembers what the log is from one to the next.</summary>
internal sealed class TimeSampler : ILogSink
{
    /// <summary>How many times further an entry is looked for where lines are long, or have no times.</summary>
    private const int MaxReach = 64;

    private const int Growth = 4;

    private readonly LogContent _content;
    private readonly LinePipeline _lines;
    private readonly int _length;
    private DateTimeOffset? _earliest;
    private DateTimeOffset _latest;
    private TimeSpan _disorder;

    /// <param name="content">The log.</param>
    /// <param name="source">Where its lines come from, and what is known of them.</param>
    /// <param name="length">How long a sample is, in bytes.</param>
    public TimeSampler(LogContent content, LineSource source, int length)
    {
        _content = content;
        _length = length;
        _lines = new LinePipeline(source, this);
    }

    /// <inheritdoc/>
    public LogLevel DetailThreshold => LogLevel.Critical + 1;

    /// <summary>Whether the log declares columns, which it may declare anew anywhere.</summary>
    public bool DeclaresColumns => _lines.Parser.Columns is not null;

    /// <summary>Takes a sample; null where no entry with a time begins there, or what is there is damaged.</summary>
    /// <param name="position">Where, in bytes.</param>
    public TimeSample? Take(long position)
    {
        for (int length = _length; length <= _length * MaxReach; length *= Growth)
        {
            byte[] bytes = new byte[length];
            ReadOnlySpan<byte> text = bytes.AsSpan(0, _content.Fill(bytes, position));
            if (text.Contains((byte)0))
            {
                return null;
            }

            text = text[..(text.LastIndexOf((byte)'\n') + 1)];
            int start = position == 0 ? 0 : EntryStart.Find(text, _lines.Parser.StartsEntry, int.MaxValue);
            if (start >= 0 && EndOf(text, start) is int end && Read(text[start..end], position + start))
            {
                return new TimeSample(position, position + end, position + start, _earliest!.Value, _latest, _disorder);
            }
        }

        return null;
    }

    /// <summary>Where the last line ends that is taken: a long way to the first is no reason to take more.</summary>
    private int EndOf(ReadOnlySpan<byte> text, int start)
    {
        int enough = start + _length;
        return enough >= text.Length ? text.Length : enough + text[enough..].IndexOf((byte)'\n') + 1;
    }

    /// <inheritdoc/>
    void ILogSink.Add(in LogLine line)
    {
        if (line.IsContinuation || line.ParseTimestamp() is not DateTimeOffset time)
        {
            return;
        }

        if (_earliest is null)
        {
            (_earliest, _latest) = (time, time);
        }
        else if (time > _latest)
        {
            _latest = time;
        }
        else
        {
            _earliest = time < _earliest ? time : _earliest;
            _disorder = _latest - time > _disorder ? _latest - time : _disorder;
        }
    }

    /// <summary>Reads lines, the first of which begins an entry.</summary>
    /// <returns>Whether any of them has a time.</returns>
    private bool Read(ReadOnlySpan<byte> lines, long position)
    {
        (_earliest, _disorder) = (null, TimeSpan.Zero);
        _lines.Begin(position);
        _lines.Push(lines);
        _lines.Flush();
        return _earliest is not null;
    }
}
