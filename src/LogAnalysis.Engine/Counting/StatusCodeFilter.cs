namespace LogAnalysis.Counting;

/// <summary>Which HTTP statuses are wanted: codes (<c>404</c>), classes (<c>5xx</c>) and wildcards (<c>40?</c>, <c>4*</c>), and without some (<c>!404</c>).</summary>
internal sealed class StatusCodeFilter
{
    /// <summary>The highest status there is.</summary>
    public const int Highest = 599;

    /// <summary>The lowest status there is.</summary>
    public const int Lowest = 100;

    private const int Length = 3;

    /// <summary>Every status.</summary>
    public static readonly StatusCodeFilter All = new(Enumerable.Repeat(true, Highest + 1).ToArray());

    private readonly bool[] _included;

    private StatusCodeFilter(bool[] included) => _included = included;

    /// <summary>Whether a status is wanted.</summary>
    public bool Includes(int code) => code is >= Lowest and <= Highest && _included[code];

    /// <summary>Reads what a user wrote.</summary>
    /// <param name="patterns">
    /// Three places each: a digit, or <c>x</c> or <c>?</c> for any; <c>*</c> at the end stands for all places that are left. Case does not matter. With <c>!</c> in front, these are not wanted,
    /// and where all have it, all others are.
    /// </param>
    /// <param name="filter">What they stand for together; undefined when the result is not null.</param>
    /// <returns>Null, or the first pattern that stands for no status.</returns>
    public static string? TryParse(IEnumerable<string> patterns, out StatusCodeFilter filter)
    {
        var included = new bool[Highest + 1];
        filter = new StatusCodeFilter(included);
        string[] written = [.. patterns];
        Array.Fill(included, Array.TrueForAll(written, IsNegated));
        foreach (string pattern in written.OrderBy(IsNegated))
        {
            if (!Mark(Expand(pattern.Trim().TrimStart('!')), included, isIncluded: !IsNegated(pattern)))
            {
                return pattern;
            }
        }

        return null;
    }

    private static bool IsNegated(string pattern) => pattern.TrimStart().StartsWith('!');

    private static string Expand(string pattern) =>
        pattern.EndsWith('*') && pattern.Length <= Length + 1 ? pattern[..^1].PadRight(Length, 'x') : pattern;

    private static bool Mark(string pattern, bool[] included, bool isIncluded)
    {
        bool any = false;
        for (int code = Lowest; pattern.Length == Length && code <= Highest; code++)
        {
            if (Matches(pattern, code))
            {
                included[code] = isIncluded;
                any = true;
            }
        }

        return any;
    }

    private static bool Matches(string pattern, int code) =>
        IsDigit(pattern[0], code / 100) && IsDigit(pattern[1], code / 10 % 10) && IsDigit(pattern[2], code % 10);

    private static bool IsDigit(char place, int digit) => place is 'x' or 'X' or '?' || place == '0' + digit;
}
