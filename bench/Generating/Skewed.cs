namespace LogAnalysis.Bench.Generating;

/// <summary>
/// Picks some things far more often than others, as clients and URLs occur: the one of rank r as often as 1 / (r + 5). The most frequent of
/// 20,000 is then picked 2 times in 100, and the rarer half of them together 7 times.
/// </summary>
/// <param name="items">The things, the most frequent first.</param>
internal sealed class Skewed<T>(T[] items)
{
    private const int Flatness = 5;

    private readonly int[] _slots =
        [.. Enumerable.Range(0, items.Length).SelectMany(rank => Enumerable.Repeat(rank, Math.Max(1, 2 * items.Length / (rank + Flatness))))];

    public T Pick(Rng rng) => items[rng.Pick(_slots)];
}
