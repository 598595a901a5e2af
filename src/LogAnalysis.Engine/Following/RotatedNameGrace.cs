using LogAnalysis.Files;

namespace LogAnalysis.Following;

/// <summary>
/// What appears under a rotated name was mostly at the original's path for a short time, and is found there, in order. Only what is not
/// read from there within a short time is a log with such a name.
/// </summary>
internal sealed class RotatedNameGrace(TimeSpan grace)
{
    private (FileIdentity Identity, long Time) _appeared;

    /// <summary>The followed path of which this one is a rotated file, by its name; null for all others.</summary>
    public string? Original { get; set; }

    /// <summary>Whether a file that is new at the path is left to the original.</summary>
    public bool IsLeftToOriginal(FileIdentity identity)
    {
        if (Original is null)
        {
            return false;
        }

        if (_appeared.Identity != identity)
        {
            _appeared = (identity, Environment.TickCount64);
        }

        return Environment.TickCount64 - _appeared.Time < grace.TotalMilliseconds;
    }
}
