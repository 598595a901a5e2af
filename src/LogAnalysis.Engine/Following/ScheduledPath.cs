namespace LogAnalysis.Following;

/// <summary>A followed path, with what is to be done there in the next round.</summary>
internal sealed class ScheduledPath(TailedPath path)
{
    private ScheduledPath? _earlier;
    private long _earlierLength;
    private int _earlierEnds;

    /// <summary>The path.</summary>
    public TailedPath Path => path;

    /// <summary>Whether to read.</summary>
    public bool IsDue { get; set; } = true;

    /// <summary>
    /// Whether to look at the path though there is more to read. A successor that is opened early is not lost, however soon it is deleted.
    /// </summary>
    public bool MayBeRotated { get; set; }

    /// <summary>How often everything had been read for the moment.</summary>
    public int Ends { get; set; }

    /// <summary>Its directory has changed, or all paths are looked at.</summary>
    public void Mark(bool mayBeRotated)
    {
        IsDue = true;
        MayBeRotated |= mayBeRotated;
    }

    /// <summary>Reads nothing before another path was read as far as it was written up to now.</summary>
    /// <param name="earlier">The other path.</param>
    /// <param name="length">How long its file is.</param>
    public void WaitFor(ScheduledPath earlier, long length) => (_earlier, _earlierLength, _earlierEnds) = (earlier, length, earlier.Ends);

    /// <summary>The path that is to be read first; null where there is none, or it was.</summary>
    public ScheduledPath? FindEarlier()
    {
        if (_earlier is ScheduledPath earlier && (earlier.Ends != _earlierEnds || (earlier.FindEarlier() is null && !earlier.Path.IsBehind(_earlierLength))))
        {
            _earlier = null;
        }

        return _earlier;
    }
}
