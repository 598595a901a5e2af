namespace LogAnalysis.Times;

/// <summary>What the dates of one kind show of the order of their numbers.</summary>
/// <param name="example">One of them.</param>
internal sealed class DateOrderEvidence(NumericDate example)
{
    /// <summary>Two orders differ in earnest when the dates of a log go back and forth by this many days more in one: most of a month.</summary>
    private const int MinDaysApart = 20;

    /// <summary>A log that is in use was written last when its last line was, give or take what zones differ by.</summary>
    private const int MaxDaysFromEnd = 1;

    private const int MaxDaysApart = DateOrders.MaxYearsApart * 365;

    private readonly Candidate[] _candidates = [.. example.Orders.ToArray().Select(order => new Candidate(order))];
    private NumericDate _last;

    /// <summary>One of the dates.</summary>
    public NumericDate Example => example;

    /// <summary>Whether all but one order were refuted.</summary>
    public bool IsCertain => _candidates.Count(candidate => candidate.Impossible == 0) == 1;

    /// <summary>Takes the next date.</summary>
    /// <returns>Whether it may change what is known: it is another than the one before.</returns>
    public bool Add(in DateParts parts, DateTime reference)
    {
        if (parts.Numbers == _last)
        {
            return false;
        }

        _last = parts.Numbers;
        foreach (Candidate candidate in _candidates)
        {
            candidate.Add(in parts, reference);
        }

        return true;
    }

    /// <summary>
    /// The most likely order: in which most dates are days, and of the stated weekday; then in which they are not in the future; in which they follow
    /// each other most closely, rather than jump by months; in which the last one is when the log was written last; in which years of two digits
    /// are recent. Where nothing tells, the one that was likely before, or is usual.
    /// </summary>
    public DateOrder Decide(DateTime lastWritten, DateOrder known)
    {
        Candidate[] likely = Least(Least(_candidates, candidate => candidate.Impossible), candidate => candidate.Future);
        long shortest = likely.Min(candidate => candidate.Travelled);
        likely = [.. likely.Where(candidate => candidate.Travelled < shortest + MinDaysApart)];
        int end = DateOnly.FromDateTime(lastWritten).DayNumber;
        Candidate[] atEnd = [.. likely.Where(candidate => Math.Abs(candidate.LastDay - end) <= MaxDaysFromEnd)];
        likely = atEnd.Length > 0 ? atEnd : likely;
        int newest = likely.Max(candidate => candidate.LastDay);
        likely = [.. likely.Where(candidate => !example.HasShortYear || candidate.LastDay > newest - MaxDaysApart)];
        return (Array.Find(likely, candidate => candidate.Order == known) ?? likely[0]).Order;
    }

    private static Candidate[] Least(Candidate[] candidates, Func<Candidate, int> faults)
    {
        int least = candidates.Min(faults);
        return [.. candidates.Where(candidate => faults(candidate) == least)];
    }

    /// <summary>What the dates are if they have an order.</summary>
    private sealed class Candidate(DateOrder order)
    {
        public DateOrder Order => order;

        /// <summary>How many are no days, or days of another weekday.</summary>
        public int Impossible { get; private set; }

        /// <summary>How many lie in the future.</summary>
        public int Future { get; private set; }

        /// <summary>How many days apart each is from the one before it, in sum.</summary>
        public long Travelled { get; private set; }

        /// <summary>The last one, as <see cref="DateOnly.DayNumber"/>.</summary>
        public int LastDay { get; private set; } = -1;

        public void Add(in DateParts parts, DateTime reference)
        {
            DateParts placed = parts;
            DateTime day = default;
            bool isDay = parts.Numbers.TryPlace(order, ref placed)
                && (placed.Year > 0 ? ClockTime.TryCreate(placed.Year, placed.Month, placed.Day, 0, 0, 0, out day) : YearInference.TryResolve(in placed, reference, out day))
                && (parts.Weekday is null || day.DayOfWeek == parts.Weekday);
            if (!isDay)
            {
                Impossible++;
                return;
            }

            int number = DateOnly.FromDateTime(day).DayNumber;
            Future += number > DateOnly.FromDateTime(reference).DayNumber + 1 ? 1 : 0;
            Travelled += LastDay < 0 ? 0 : Math.Abs(number - LastDay);
            LastDay = number;
        }
    }
}
