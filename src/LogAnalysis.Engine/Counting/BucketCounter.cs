namespace LogAnalysis.Counting;

/// <summary>What is counted in one bucket of a timeline.</summary>
internal sealed class BucketCounter
{
    private long _entries;
    private long _errors;
    private long _warnings;
    private long _successes;
    private long _redirects;
    private long _clientErrors;
    private long _serverErrors;

    public static BucketCounter Of(LogTimeBucket bucket) => new()
    {
        _entries = bucket.Entries,
        _errors = bucket.Errors,
        _warnings = bucket.Warnings,
        _successes = bucket.Successes,
        _redirects = bucket.Redirects,
        _clientErrors = bucket.ClientErrors,
        _serverErrors = bucket.ServerErrors,
    };

    /// <summary>Counts one entry.</summary>
    /// <param name="level">Its level.</param>
    /// <param name="status">The HTTP status that it reports; 0 for none.</param>
    public void Add(LogLevel level, int status)
    {
        _entries++;
        _errors += level >= LogLevel.Error ? 1 : 0;
        _warnings += level == LogLevel.Warning ? 1 : 0;
        switch (status)
        {
            case >= 500:
                _serverErrors++;
                break;
            case >= 400:
                _clientErrors++;
                break;
            case >= 300:
                _redirects++;
                break;
            case > 0:
                _successes++;
                break;
        }
    }

    public void Merge(BucketCounter other)
    {
        _entries += other._entries;
        _errors += other._errors;
        _warnings += other._warnings;
        _successes += other._successes;
        _redirects += other._redirects;
        _clientErrors += other._clientErrors;
        _serverErrors += other._serverErrors;
    }

    /// <summary>Several buckets as one.</summary>
    /// <param name="buckets">The buckets; none for an empty one.</param>
    /// <param name="start">When it begins.</param>
    public static LogTimeBucket Sum(IEnumerable<LogTimeBucket> buckets, DateTimeOffset start)
    {
        var sum = new BucketCounter();
        foreach (LogTimeBucket bucket in buckets)
        {
            sum.Merge(Of(bucket));
        }

        return sum.ToBucket(start);
    }

    public LogTimeBucket ToBucket(DateTimeOffset start) => new()
    {
        Start = start,
        Entries = _entries,
        Errors = _errors,
        Warnings = _warnings,
        Successes = _successes,
        Redirects = _redirects,
        ClientErrors = _clientErrors,
        ServerErrors = _serverErrors,
    };
}
