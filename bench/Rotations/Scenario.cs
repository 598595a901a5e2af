namespace LogAnalysis.Bench.Rotations;

/// <summary>A log, who writes it, and who rotates it.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Writer">A program that writes numbered lines: <c>append</c>, <c>hup</c> and <c>holes</c> are this one; others are files beside it.</param>
/// <param name="Rate">Lines a second.</param>
internal sealed record Scenario(string Name, string Writer, int Rate)
{
    /// <summary>What the table calls it, and how it is watched.</summary>
    public string Title => $"{Name}{(IsScheduled ? ", runs with a checkpoint" : string.Empty)}, {Rate}/s";

    /// <summary>What the log is called; writers that rotate by themselves rotate it there.</summary>
    public string Log { get; init; } = "app.log";

    /// <summary>The link by which it is followed; null for none.</summary>
    public string? Link { get; init; }

    /// <summary>What is followed, with wildcards; by default the log, or the link.</summary>
    public string? Pattern { get; init; }

    /// <summary>Directives of logrotate; null where something else rotates.</summary>
    public string? Logrotate { get; init; }

    /// <summary>How the file is called that the log is renamed to, by number of the rotation; null where something else rotates.</summary>
    public Func<int, string>? Renamed { get; init; }

    /// <summary>How often it is rotated, in milliseconds.</summary>
    public int Every { get; init; } = 700;

    /// <summary>Whether nobody watches most of the time: runs with a checkpoint, some of them apart.</summary>
    public bool IsScheduled { get; init; }
}
