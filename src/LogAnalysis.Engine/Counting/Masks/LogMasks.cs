using System.Diagnostics;
using System.Text.RegularExpressions;
using LogAnalysis.Text;

namespace LogAnalysis.Counting;

/// <summary>The masks that users have registered in this process.</summary>
internal static class LogMasks
{
    /// <summary>A pattern that can match where nothing is does so at one of these.</summary>
    private static readonly string[] Short = [string.Empty, "a", " ", "a 1"];

    /// <summary>
    /// Messages up to full length on which a pattern that has far too many states takes too long. Each is twice as long as one before, so that this shows soon.
    /// </summary>
    private static readonly string[] Long =
    [
        .. from length in new[] { 64, 128, 256, 512, MessageTemplate.MaxLength }
           from part in new[] { "a", "1", " ", "a ", "Aa1-_. " }
           select string.Concat(Enumerable.Repeat(part, length / part.Length)),
    ];

    private static MessageMasks Masks = MessageMasks.None;

    /// <summary>All of them. Whoever counts takes them once: masks that are registered meanwhile count from the next time on.</summary>
    public static MessageMasks Registered => Volatile.Read(ref Masks);

    /// <summary>The same; null where there are none, so that messages cost nothing more.</summary>
    public static MessageMasks? InUse => Registered is { All.IsEmpty: false } some ? some : null;

    /// <summary>Makes a mask.</summary>
    /// <exception cref="MaskException">There can be no such mask; the exception tells why.</exception>
    public static LogMask Create(string name, string pattern)
    {
        if (!MaskName.IsValid(name))
        {
            throw new MaskException(MaskProblem.Name, name);
        }

        if (MaskName.IsBuiltIn(name))
        {
            throw new MaskException(MaskProblem.BuiltInName, name);
        }

        return new LogMask(name, Compile(pattern));
    }

    /// <summary>Adds a mask behind the others, in place of one of the same name that was registered before.</summary>
    public static void Register(LogMask mask) => Update(masks => masks.With(mask));

    /// <summary>Takes a mask away.</summary>
    public static void Unregister(string name) => Update(masks => masks.Without(name));

    private static Regex Compile(string pattern)
    {
        try
        {
            Regex regex = UserPattern.CompileLinear(pattern);
            RequireQuick(regex);
            return Array.Exists(Short, text => regex.Matches(text).Any(match => match.Length == 0)) ? throw new MaskException(MaskProblem.MatchesNothing, pattern) : regex;
        }
        catch (RegexParseException malformed)
        {
            throw new MaskException(MaskProblem.Pattern, pattern, malformed);
        }
        catch (Exception tooMuch) when (tooMuch is NotSupportedException or RegexMatchTimeoutException)
        {
            throw new MaskException(MaskProblem.Backtracks, pattern);
        }
    }

    private static void RequireQuick(Regex regex)
    {
        var clock = Stopwatch.StartNew();
        foreach (string text in Long)
        {
            regex.Count(text);
            if (clock.Elapsed > regex.MatchTimeout)
            {
                throw new RegexMatchTimeoutException(text, regex.ToString(), regex.MatchTimeout);
            }
        }
    }

    /// <summary>Other threads may register masks meanwhile.</summary>
    private static void Update(Func<MessageMasks, MessageMasks> change)
    {
        MessageMasks before = Registered;
        while (Interlocked.CompareExchange(ref Masks, change(before), before) is MessageMasks now && !ReferenceEquals(now, before))
        {
            before = now;
        }
    }
}
