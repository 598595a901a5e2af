using LogAnalysis.Files;
using LogAnalysis.Parsing;

namespace LogAnalysis.Following;

/// <summary>How files are followed.</summary>
internal sealed record FollowOptions : ReadOptions
{
    /// <summary>Follows from the end of files, which are read as <see cref="ReadOptions.Default"/> says.</summary>
    public FollowOptions()
    {
    }

    /// <summary>Follows from the end of files.</summary>
    /// <param name="read">How they are read.</param>
    public FollowOptions(ReadOptions read)
        : base(read)
    {
    }

    /// <summary>How many of the last lines of each file come first. Ignored with <see cref="FromStart"/>.</summary>
    public int Tail { get; init; }

    /// <summary>Whether each file is read from its beginning.</summary>
    public bool FromStart { get; init; }

    /// <summary>Whether to go on at the end of the files. Otherwise they are read once.</summary>
    public bool Follow { get; init; } = true;

    /// <summary>Whether the lines of an entry are joined.</summary>
    public bool JoinsLines { get; init; }

    /// <summary>Whether the lines of an entry come together, when it is complete, as its <see cref="LogEntry.Lines"/>: what its text decides can be decided then.</summary>
    public bool KeepsLines { get; init; }

    /// <summary>How far an earlier run had come; null when positions are of no interest.</summary>
    public IReadOnlyList<LogPosition>? Positions { get; init; }

    /// <summary>
    /// Up to when the earlier run knew every file that had been there; null when there was none. A file that it did not know is new,
    /// and read from its beginning.
    /// </summary>
    public DateTime? ResumesFrom { get; init; }

    /// <summary>
    /// Names the files to follow beside those that are named at the beginning; what it names later is new, and read from its
    /// beginning. It is called on the follower's thread.
    /// </summary>
    public Func<IEnumerable<string>>? Discover { get; init; }

    /// <summary>The longest line that is kept whole, in bytes.</summary>
    public int MaxLineLength { get; init; } = LineSplitter.DefaultMaxLineLength;

    /// <summary>
    /// The maximum number of open files; by default half of what the process may still open, which leaves the rest to everything else.
    /// </summary>
    public int MaxOpen { get; init; } = FileDescriptorLimit.Left / 2;

    /// <summary>The time of day. Spans of time are measured by a clock that cannot be set.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Whether the platform is asked to notify of changes; otherwise polling finds them.</summary>
    public bool UsesNotifications { get; init; } = true;

    /// <summary>How often files are looked at when no notification comes.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How often new files are looked for when no notification comes.</summary>
    public TimeSpan DiscoverInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long an entry waits for a continuation line, and the head of one for the lines below, before it is passed on.</summary>
    public TimeSpan EntryQuiet { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// How long an element over several lines waits for its end before its lines are passed on as they are: writers with a buffer write some of it now, the
    /// rest with what comes next.
    /// </summary>
    public TimeSpan ElementQuiet { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long the last line of a file that was rotated away may stay without its end.</summary>
    public TimeSpan PartialGrace { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a file that appears under the rotated name of a followed one is left to that.</summary>
    public TimeSpan SiblingGrace { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How long a file that was rotated away is still read after its last line, and as long as somebody holds it open to write: its writer may
    /// not know yet. On Windows handles can be in the way of the next rotation.
    /// </summary>
    public TimeSpan RotationGrace { get; init; } = OperatingSystem.IsWindows() ? TimeSpan.FromSeconds(10) : TimeSpan.FromMinutes(5);

    /// <summary>The same where many files are open.</summary>
    public TimeSpan CrowdedGrace { get; init; } = TimeSpan.FromSeconds(10);
}
