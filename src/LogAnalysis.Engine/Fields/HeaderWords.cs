using System.Buffers;

namespace LogAnalysis.Fields;

/// <summary>What the words between a line's time and its message look like.</summary>
internal static class HeaderWords
{
    /// <summary>How far the end of a group in brackets is looked for where it holds brackets itself.</summary>
    private const int MaxGroupLength = 256;

    /// <summary>What names of threads, loggers and hosts contain and words of prose do not.</summary>
    private static readonly SearchValues<byte> NameMarks = SearchValues.Create("._/$#@=-"u8);

    /// <summary>Where the bracket that a text begins with is closed: names in brackets may hold brackets.</summary>
    public static int FindClosing(ReadOnlySpan<byte> text, byte open, byte close)
    {
        int depth = 1;
        ReadOnlySpan<byte> near = text[..Math.Min(text.Length, MaxGroupLength)];
        for (int at = 1, next; (next = near[at..].IndexOfAny(open, close)) >= 0; at++)
        {
            at += next;
            depth += near[at] == open ? 1 : -1;
            if (depth == 0)
            {
                return at;
            }
        }

        return text.IndexOf(close);
    }

    /// <summary><c>[Server thread/INFO]</c>, <c>[main:ERROR]</c>, <c>[07:00:30 INF]</c>.</summary>
    public static bool IsThreadAndLevel(ReadOnlySpan<byte> word, out LogLevel level)
    {
        int mark = word.LastIndexOfAny((byte)'/', (byte)':', (byte)' ');
        level = LogLevel.Unknown;
        return mark > 0 && LevelNames.TryParseCapitals(word[(mark + 1)..], out level);
    }

    /// <summary>The abbreviation of a time zone: <c>CET</c>, <c>PDT</c>, <c>AEST</c>. Which offset it means no one can tell for sure.</summary>
    public static bool IsZoneName(ReadOnlySpan<byte> word) =>
        word.Length is 3 or 4 && word[^1] == 'T' && !word.ContainsAnyExceptInRange((byte)'A', (byte)'Z');

    /// <summary>A logger's name before a group in brackets: <c>nova.compute.manager [req-38101a0b]</c>.</summary>
    public static bool IsQualifiedName(ReadOnlySpan<byte> word) => word[^1] != '.' && word.IndexOf((byte)'.') > 0 && !word.Contains((byte)':');

    public static bool IsIdentifier(ReadOnlySpan<byte> word) =>
        word.ContainsAnyInRange((byte)'0', (byte)'9') || word.IndexOfAny(NameMarks) > 0;

    public static bool IsLoggerName(ReadOnlySpan<byte> word) =>
        word.IndexOfAny(NameMarks) > 0 || (word.Length > 1 && word[1..].ContainsAnyInRange((byte)'A', (byte)'Z')) || word.Contains((byte)':');
}
