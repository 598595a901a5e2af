namespace LogAnalysis.Bench.Generating;

/// <summary>Random numbers that are the same for the same seed on every machine and every version of .NET.</summary>
/// <remarks>Source: SplitMix64, Steele, Lea and Flood, OOPSLA 2014.</remarks>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A number from 0 on and below <paramref name="limit"/>, each as likely as the others.</summary>
    public int Below(int limit) => (int)(((Next() >> 32) * (ulong)limit) >> 32);

    /// <summary>Whether something happens that happens so many times in ten thousand.</summary>
    public bool Happens(int timesInTenThousand) => Below(10_000) < timesInTenThousand;

    /// <summary>One of several, each as likely as the others.</summary>
    public T Pick<T>(T[] items) => items[Below(items.Length)];

    /// <summary>The next 64 random bits.</summary>
    public ulong Next()
    {
        ulong mixed = _state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
