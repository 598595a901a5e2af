namespace LogAnalysis;

/// <summary>The counts of one interval of time. All buckets of a timeline are equally long.</summary>
public sealed class LogTimeBucket
{
    /// <summary>When it begins, in UTC; it ends where the next one begins.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>How many entries fall into it.</summary>
    public long Entries { get; init; }

    /// <summary>How many of them are of level Error or Critical.</summary>
    public long Errors { get; init; }

    /// <summary>How many of them are of level Warning.</summary>
    public long Warnings { get; init; }

    /// <summary>How many of them report an HTTP status of 100 to 299.</summary>
    public long Successes { get; init; }

    /// <summary>How many of them report an HTTP status of 300 to 399.</summary>
    public long Redirects { get; init; }

    /// <summary>How many of them report an HTTP status of 400 to 499.</summary>
    public long ClientErrors { get; init; }

    /// <summary>How many of them report an HTTP status of 500 and above.</summary>
    public long ServerErrors { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Start:u} {Entries}";
}
