namespace LogAnalysis.Counting;

/// <summary>What is counted in one bucket of a timeline.</summary>
internal sealed class Tally
{
    public long Entries { get; set; }

    public long Errors { get; set; }

    public long Warnings { get; set; }

    public long ServerErrors { get; set; }

    public static Tally Of(LogTimeBucket bucket) => new()
    {
        Entries = bucket.Entries,
        Errors = bucket.Errors,
        Warnings = bucket.Warnings,
        ServerErrors = bucket.ServerErrors,
    };

    public void Merge(Tally other)
    {
        Entries += other.Entries;
        Errors += other.Errors;
        Warnings += other.Warnings;
        ServerErrors += other.ServerErrors;
    }

    public LogTimeBucket ToBucket(DateTimeOffset start) => new()
    {
        Start = start,
        Entries = Entries,
        Errors = Errors,
        Warnings = Warnings,
        ServerErrors = ServerErrors,
    };
}
