namespace LogAnalysis.Times;

/// <summary>The orders that the dates of a log are known to have, for each kind of date by itself: programs that share a log may write differently.</summary>
internal readonly record struct DateOrders
{
    /// <summary>Of two years, one that is older than the other by more than this is unlikely.</summary>
    public const int MaxYearsApart = 2;

    private const int BitsPerOrder = 2;

    private readonly uint _packed;

    private DateOrders(uint packed) => _packed = packed;

    /// <summary>The order of dates like this one; unknown where it is not certain.</summary>
    public DateOrder this[in NumericDate date] => (DateOrder)((_packed >> ShiftOf(in date)) & ((1 << BitsPerOrder) - 1));

    /// <summary>These, and the order of dates like this one.</summary>
    public DateOrders With(in NumericDate date, DateOrder order) =>
        new((_packed & ~(((1u << BitsPerOrder) - 1) << ShiftOf(in date))) | ((uint)order << ShiftOf(in date)));

    /// <summary>Puts the numbers of a date in their places.</summary>
    /// <param name="parts">The date; receives year, month and day.</param>
    /// <param name="reference">The latest that it can be.</param>
    public bool TryPlace(ref DateParts parts, DateTime reference)
    {
        NumericDate date = parts.Numbers;
        DateOrder known = this[in date];
        return (known != DateOrder.Unknown && date.TryPlace(known, ref parts)) || date.TryPlace(Guess(in parts, reference), ref parts);
    }

    /// <summary>The most likely order of a date by itself: one of the stated weekday, which is not in the future, and not much older than another.</summary>
    private static DateOrder Guess(in DateParts parts, DateTime reference)
    {
        DateParts candidate = parts;
        int latest = 0;
        foreach (DateOrder order in parts.Numbers.Orders)
        {
            latest = parts.Numbers.TryPlace(order, ref candidate) && IsPast(in candidate, reference) ? Math.Max(latest, candidate.Year) : latest;
        }

        DateOrder best = DateOrder.Unknown;
        int leastDoubts = int.MaxValue;
        foreach (DateOrder order in parts.Numbers.Orders)
        {
            int doubts = !parts.Numbers.TryPlace(order, ref candidate) ? int.MaxValue
                : (IsOfWeekday(in candidate) ? 0 : 4) + (IsPast(in candidate, reference) ? 0 : 2) + (candidate.Year < latest - MaxYearsApart ? 1 : 0);
            best = doubts < leastDoubts ? order : best;
            leastDoubts = Math.Min(leastDoubts, doubts);
        }

        return best;
    }

    private static bool IsOfWeekday(in DateParts day) =>
        day.Weekday is null || day.Year == 0 || new DateTime(day.Year, day.Month, day.Day).DayOfWeek == day.Weekday;

    private static bool IsPast(in DateParts day, DateTime reference) =>
        day.Year == 0 || reference > DateTime.MaxValue.AddDays(-1) || new DateTime(day.Year, day.Month, day.Day) <= reference.AddDays(1);

    private static int ShiftOf(in NumericDate date) => BitsPerOrder * date.Kind;
}
