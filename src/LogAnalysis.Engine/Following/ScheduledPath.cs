namespace LogAnalysis.Following;

/// <summary>A followed path, with what is to be done there in the next round.</summary>
internal sealed class ScheduledPath(TailedPath path)
{
    /// <summary>The path.</summary>
    public TailedPath Path => path;

    /// <summary>Whether to read.</summary>
    public bool IsDue { get; set; } = true;

    /// <summary>
    /// Whether to look at the path though there is more to read. A successor that is opened early is not lost, however soon it is deleted.
    /// </summary>
    public bool MayBeRotated { get; set; }

    /// <summary>Its directory has changed, or all paths are looked at.</summary>
    public void Mark(bool mayBeRotated)
    {
        IsDue = true;
        MayBeRotated |= mayBeRotated;
    }
}
