using LogAnalysis.Reading;

namespace LogAnalysis.Following;

/// <summary>How files are followed.</summary>
internal sealed record FollowOptions : ReadOptions
{
    /// <summary>How many of the last lines of each file come first. Ignored with <see cref="FromStart"/>.</summary>
    public int Tail { get; init; }

    /// <summary>Whether each file is read from its beginning.</summary>
    public bool FromStart { get; init; }

    /// <summary>Whether to go on at the end of the files. Otherwise they are read once.</summary>
    public bool Follow { get; init; } = true;

    /// <summary>How often files are looked at when no notification comes, at the least.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How long a file that was rotated away is still read after its last line: its writer may not know yet.</summary>
    public TimeSpan RotationGrace { get; init; } = TimeSpan.FromSeconds(10);
}
