namespace LogAnalysis.Counting;

/// <summary>Which HTTP statuses are wanted: codes (<c>404</c>) and classes (<c>5xx</c>).</summary>
internal sealed class StatusCodeFilter
{
    /// <summary>The highest status there is.</summary>
    public const int Highest = 599;

    private const int Lowest = 100;

    /// <summary>Every status.</summary>
    public static readonly StatusCodeFilter All = new(Enumerable.Repeat(true, Highest + 1).ToArray());

    private readonly bool[] _included;

    private StatusCodeFilter(bool[] included) => _included = included;

    /// <summary>Whether a status is wanted.</summary>
    public bool Includes(int code) => code is >= Lowest and <= Highest && _included[code];

    /// <summary>Reads what a user wrote.</summary>
    /// <param name="patterns">Codes and classes, such as <c>404</c> and <c>5xx</c>; case does not matter.</param>
    /// <param name="filter">What they stand for together; of no meaning when the result is not null.</param>
    /// <returns>Null, or the first pattern that is neither a code nor a class.</returns>
    public static string? TryParse(IEnumerable<string> patterns, out StatusCodeFilter filter)
    {
        var included = new bool[Highest + 1];
        filter = new StatusCodeFilter(included);
        foreach (string pattern in patterns)
        {
            if (!Include(pattern.Trim(), included))
            {
                return pattern;
            }
        }

        return null;
    }

    private static bool Include(string pattern, bool[] included)
    {
        if (pattern.Length != 3 || pattern[0] is < '1' or > '5')
        {
            return false;
        }

        int first = (pattern[0] - '0') * 100;
        if (pattern.EndsWith("xx", StringComparison.OrdinalIgnoreCase))
        {
            Array.Fill(included, true, first, 100);
            return true;
        }

        if (!char.IsAsciiDigit(pattern[1]) || !char.IsAsciiDigit(pattern[2]))
        {
            return false;
        }

        included[first + ((pattern[1] - '0') * 10) + (pattern[2] - '0')] = true;
        return true;
    }
}
