using System.Text.RegularExpressions;

namespace LogAnalysis.Text;

/// <summary>Regular expressions that users give.</summary>
internal static class UserPattern
{
    private const RegexOptions Options = RegexOptions.CultureInvariant;

    /// <summary>How long a pattern that needs backtracking may work on one line or entry, of which there are millions.</summary>
    private static readonly TimeSpan BacktrackingTimeout = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// How long one that needs no backtracking may: its time grows with the line only, but by as much for each character as the pattern has states.
    /// </summary>
    private static readonly TimeSpan NonBacktrackingTimeout = TimeSpan.FromSeconds(2);

    /// <summary>How long one may that is looked for in all messages, which are short.</summary>
    private static readonly TimeSpan LinearTimeout = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Compiles a pattern that is looked for in entries, whatever the case, so that no text can make it run away: without backtracking where
    /// it can do without, and with a time-out in any case.
    /// </summary>
    /// <exception cref="RegexParseException">The pattern is malformed; the exception tells where.</exception>
    public static Regex Compile(string pattern) => Compile(pattern, Options | RegexOptions.IgnoreCase);

    /// <summary>Compiles a pattern that recognises lines, in the same way; here case matters.</summary>
    /// <exception cref="RegexParseException">The pattern is malformed; the exception tells where.</exception>
    public static Regex CompileForLines(string pattern) => Compile(pattern, Options);

    /// <summary>Compiles a pattern that is looked for in all messages: only one that needs no backtracking; here case matters, too.</summary>
    /// <exception cref="RegexParseException">The pattern is malformed; the exception tells where.</exception>
    /// <exception cref="NotSupportedException">It needs backtracking, or is too large to do without.</exception>
    public static Regex CompileLinear(string pattern) => new(pattern, Options | RegexOptions.NonBacktracking, LinearTimeout);

    /// <summary>Whether a pattern backtracks: the time that it takes can grow with any power of the text's length.</summary>
    public static bool Backtracks(Regex pattern) => !pattern.Options.HasFlag(RegexOptions.NonBacktracking);

    private static Regex Compile(string pattern, RegexOptions options)
    {
        try
        {
            return new Regex(pattern, options | RegexOptions.NonBacktracking, NonBacktrackingTimeout);
        }
        catch (NotSupportedException)
        {
            return new Regex(pattern, options, BacktrackingTimeout);
        }
    }
}
