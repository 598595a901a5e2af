using LogAnalysis.Fields;
using LogAnalysis.Formats;
using LogAnalysis.Text;

namespace LogAnalysis.Parsing;

/// <summary>
/// The name of a container before each line: <c>web-1  | message</c> by Docker Compose, <c>0|shop  | message</c> by PM2, <c>[pod/web-5d8f/app] message</c> by
/// <c>kubectl logs --prefix</c>; <c>[web] fail: Shop.Orders[0]</c> by what runs several programs of .NET at once.
/// </summary>
internal static class ContainerPrefix
{
    private const int MaxNameLength = 40;

    /// <summary>Below a heading of .NET's console logger, its message is indented so far.</summary>
    private static ReadOnlySpan<byte> Indentation => "      "u8;

    /// <summary>The length of the prefix; 0 if there is none.</summary>
    public static int Match(ReadOnlySpan<byte> line)
    {
        if (line.StartsWith("[pod/"u8) && line.IndexOf("] "u8) is > 0 and int close)
        {
            return close + 2;
        }

        if (!line.IsEmpty && line[0] == '[')
        {
            return MatchConsole(line);
        }

        // PM2 numbers its processes: 0|shop  | message.
        int number = DigitReader.CountLeading(line);
        int start = number > 0 && number < line.Length && line[number] == '|' ? number + 1 : 0;
        int rest = line[start..].IndexOfAnyExcept(NameBytes.All);
        int length = rest > 0 ? start + rest : rest;
        bool mayFollow = length > 0 && line[length] == ' ' && length + 1 < line.Length && line[length + 1] is (byte)' ' or (byte)'|';
        if (!mayFollow || !char.IsAsciiLetterOrDigit((char)line[0]))
        {
            return 0;
        }

        int bar = length + line[length..].IndexOfAnyExcept((byte)' ');
        bool isBar = bar > length && bar + 1 < line.Length && line[bar] == '|' && line[bar + 1] == ' ';

        // A date alone is no name, nor is a level.
        return isBar && line[..length].IndexOfAny(LetterBytes.All) >= 0 && !LevelNames.TryParse(line[..length], out _) ? bar + 2 : 0;
    }

    /// <summary>Whether a prefix is a name in brackets: what is indented behind it may be aligned with something else, unless its heading was seen.</summary>
    public static bool IsBracketed(ReadOnlySpan<byte> prefix) => prefix is [(byte)'[', ..] && !prefix.StartsWith("[pod/"u8);

    /// <summary>Whether a line of .NET's console logger, or the message below one, is behind a name in brackets.</summary>
    private static int MatchConsole(ReadOnlySpan<byte> line)
    {
        int close = line[..Math.Min(line.Length, MaxNameLength)].IndexOf("] "u8);
        int start = close + 2;
        bool isName = close > 1 && start < line.Length && !line[1..close].ContainsAnyExcept(NameBytes.All);
        return isName && (line[start..].StartsWith(Indentation) || MicrosoftConsoleFormat.Matches(line[start..])) ? start : 0;
    }
}
