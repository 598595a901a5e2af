using System.Text.RegularExpressions;

namespace LogAnalysis.Text;

/// <summary>How often a pattern may take too long before it is given up: who can write to a log could otherwise make each entry cost as much. Any thread may ask.</summary>
internal sealed class PatternPatience
{
    /// <summary>After as many entries a pattern is given up.</summary>
    public const int MaxTimeouts = 10;

    private int _timeouts;
    private RegexMatchTimeoutException? _first;

    /// <summary>On how many entries a pattern took too long.</summary>
    public int Timeouts => Volatile.Read(ref _timeouts);

    /// <summary>Whether there were too many of them.</summary>
    public bool IsExhausted => Timeouts >= MaxTimeouts;

    /// <summary>The first time that one took too long.</summary>
    public RegexMatchTimeoutException? First => Volatile.Read(ref _first);

    /// <summary>Whether a pattern matches; null if it takes too long, or was given up.</summary>
    /// <param name="pattern">The pattern, with a time-out.</param>
    /// <param name="text">The text of an entry.</param>
    public bool? IsMatch(Regex pattern, string text)
    {
        // On a busy machine the clock goes on while nothing is done: what takes too long does so twice.
        return IsExhausted ? null : TryMatch(pattern, text, isLast: false) ?? TryMatch(pattern, text, isLast: true);
    }

    private bool? TryMatch(Regex pattern, string text, bool isLast)
    {
        try
        {
            return pattern.IsMatch(text);
        }
        catch (RegexMatchTimeoutException tooLong)
        {
            if (isLast)
            {
                Interlocked.CompareExchange(ref _first, tooLong, null);
                Interlocked.Increment(ref _timeouts);
            }

            return null;
        }
    }
}
