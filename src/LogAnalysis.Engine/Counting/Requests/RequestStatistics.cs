namespace LogAnalysis.Counting;

/// <summary>What is counted of the requests for one endpoint.</summary>
internal struct RequestStatistics
{
    /// <summary>How many there were.</summary>
    public long Count;

    /// <summary>How many failed with a status of 400 to 499.</summary>
    public long ClientErrors;

    /// <summary>How many failed with a status of 500 and above.</summary>
    public long ServerErrors;

    /// <summary>The sum of the sizes of the responses.</summary>
    public long Bytes;

    /// <summary>Whether any response tells its size.</summary>
    public bool HasBytes;

    /// <summary>How long they took; null where none tells.</summary>
    public DurationBuckets? Durations;

    /// <summary>By which the rarest are found where there are too many: <see cref="Count"/> less what was taken from all.</summary>
    public long Weight;

    /// <summary>Adds one request.</summary>
    public void Add(int status, long? bytes, TimeSpan? duration)
    {
        Count++;
        Weight++;
        ClientErrors += status is >= 400 and < 500 ? 1 : 0;
        ServerErrors += status >= 500 ? 1 : 0;
        if (bytes is long size)
        {
            Bytes = CountLimits.Sum(Bytes, size);
            HasBytes = true;
        }

        if (duration is TimeSpan time)
        {
            (Durations ??= new DurationBuckets()).Add(time);
        }
    }

    /// <summary>Adds what was counted elsewhere.</summary>
    public void Merge(in RequestStatistics other)
    {
        Count += other.Count;
        Weight += other.Weight;
        ClientErrors += other.ClientErrors;
        ServerErrors += other.ServerErrors;
        Bytes = CountLimits.Sum(Bytes, other.Bytes);
        HasBytes |= other.HasBytes;
        if (other.Durations is not null)
        {
            (Durations ??= new DurationBuckets()).Merge(other.Durations);
        }
    }
}
