using System.Text.RegularExpressions;

namespace LogAnalysis;

/// <summary>Regular expressions that users give.</summary>
internal static class UserPattern
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>How long a pattern that needs backtracking may work on one entry.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Compiles a pattern so that no text can make it run away: without backtracking where it can do without, else with a time-out.</summary>
    /// <exception cref="RegexParseException">The pattern is malformed; the exception tells where.</exception>
    public static Regex Compile(string pattern)
    {
        try
        {
            return new Regex(pattern, Options | RegexOptions.NonBacktracking);
        }
        catch (NotSupportedException)
        {
            return new Regex(pattern, Options, Patience);
        }
    }
}
