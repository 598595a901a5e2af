using System.Text.Unicode;

namespace LogAnalysis.Counting;

/// <summary>Counts by text in UTF-8, so that a text that was counted before costs no memory.</summary>
internal sealed class Utf8Counter
{
    private readonly Utf8StringTable _texts = new();
    private long[] _counts = new long[256];

    /// <summary>How many different texts there are.</summary>
    public int Distinct => _texts.Count;

    /// <summary>Adds to the count of a text.</summary>
    /// <returns>The number of the text, by which more can be added.</returns>
    public int Add(ReadOnlySpan<byte> text, long count)
    {
        int number = _texts.NumberOf(text);
        if (number >= _counts.Length)
        {
            Array.Resize(ref _counts, 2 * _counts.Length);
        }

        _counts[number] += count;
        return number;
    }

    /// <summary>Adds one to the count of a text that has been counted before.</summary>
    public void AddOne(int number) => _counts[number]++;

    /// <summary>Adds all counts of another.</summary>
    public void Merge(Utf8Counter other) => other.CopyTo(this, above: 0, less: 0);

    /// <summary>Adds the larger counts to those of another.</summary>
    /// <param name="other">Where they are added.</param>
    /// <param name="above">Only counts above this are.</param>
    /// <param name="less">How much is taken from each.</param>
    public void CopyTo(Utf8Counter other, long above, long less)
    {
        for (int number = 0; number < Distinct; number++)
        {
            if (_counts[number] > above)
            {
                other.Add(_texts[number], _counts[number] - less);
            }
        }
    }

    /// <summary>
    /// At most this number of texts, those with the largest counts, each with what it has more than the largest of the others: the step of Misra and Gries.
    /// </summary>
    /// <param name="capacity">How many texts; fewer than there are.</param>
    /// <param name="taken">Receives what was taken from each count.</param>
    public Utf8Counter Pruned(int capacity, out long taken)
    {
        taken = CountAtRank(capacity);
        var kept = new Utf8Counter();
        CopyTo(kept, above: taken, less: taken);
        return kept;
    }

    /// <summary>The texts with the largest counts, in no order: as many as asked for, and those that have as much as the last of them.</summary>
    /// <remarks>All if some are not UTF-8, because several of those can decode to the same text.</remarks>
    public IEnumerable<(byte[] Text, long Count)> Largest(int most)
    {
        long least = most >= Distinct || !AreAllUtf8() ? long.MinValue : CountAtRank(most - 1);
        return Enumerable.Range(0, Distinct).Where(number => _counts[number] >= least).Select(number => (_texts[number].ToArray(), _counts[number]));
    }

    /// <summary>The count that as many texts as <paramref name="rank"/> come before, the largest first.</summary>
    public long CountAtRank(int rank)
    {
        var largest = new PriorityQueue<long, long>(rank + 2);
        foreach (long count in _counts.AsSpan(0, Distinct))
        {
            if (largest.Count <= rank)
            {
                largest.Enqueue(count, count);
            }
            else if (count > largest.Peek())
            {
                largest.EnqueueDequeue(count, count);
            }
        }

        return largest.Peek();
    }

    private bool AreAllUtf8()
    {
        for (int number = 0; number < Distinct; number++)
        {
            if (!Utf8.IsValid(_texts[number]))
            {
                return false;
            }
        }

        return true;
    }
}
