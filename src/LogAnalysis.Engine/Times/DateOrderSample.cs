namespace LogAnalysis.Times;

/// <summary>What the dates of a log show of the order of their numbers.</summary>
internal sealed class DateOrderSample
{
    private readonly DateOrderEvidence?[] _kinds = new DateOrderEvidence?[NumericDate.KindCount];

    /// <summary>Whether there was no date whose order is open.</summary>
    public bool IsEmpty => Array.TrueForAll(_kinds, kind => kind is null);

    /// <summary>Whether there was one, and each of the same kind can have one order only.</summary>
    public bool IsCertain => !IsEmpty && Array.TrueForAll(_kinds, kind => kind is null or { IsCertain: true });

    /// <summary>Takes the next date of the log.</summary>
    /// <param name="parts">The date.</param>
    /// <param name="reference">The latest that it can be.</param>
    /// <returns>Whether it may change what is known.</returns>
    public bool Add(in DateParts parts, DateTime reference)
    {
        if (parts.Numbers.IsEmpty)
        {
            return false;
        }

        ref DateOrderEvidence? kind = ref _kinds[parts.Numbers.Kind];
        kind ??= new DateOrderEvidence(parts.Numbers);
        return kind.Add(in parts, reference);
    }

    /// <summary>The most likely orders.</summary>
    /// <param name="lastWritten">When the log was written last.</param>
    /// <param name="known">The orders that were most likely before: they stay where nothing speaks against them.</param>
    public DateOrders Decide(DateTime lastWritten, DateOrders known)
    {
        DateOrders orders = known;
        foreach (DateOrderEvidence? kind in _kinds)
        {
            orders = kind is null ? orders : orders.With(kind.Example, kind.Decide(lastWritten, known[kind.Example]));
        }

        return orders;
    }
}
