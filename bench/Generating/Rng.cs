namespace LogAnalysis.Bench.Generating;

/// <summary>Random numbers that are the same for the same seed on every machine and every version of .NET.</summary>
/// <remarks>Source: SplitMix64, Steele, Lea and Flood, OOPSLA 2014.</remarks>
internal sealed class Rng(ulong seed)
{
    private ulong _state = seed;

    public int Below(int limit) => (int)(((Next() >> 32) * (ulong)limit) >> 32);

    public bool Happens(int timesInTenThousand) => Below(10_000) < timesInTenThousand;

    public T Pick<T>(T[] items) => items[Below(items.Length)];

    /// <summary>Hexadecimal digits.</summary>
    public string Hex(int digits) => string.Create(digits, Next(), static (text, number) =>
    {
        for (int i = 0; i < text.Length; i++, number >>= 4)
        {
            text[i] = "0123456789abcdef"[(int)(number & 15)];
        }
    });

    private ulong Next()
    {
        ulong mixed = _state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
