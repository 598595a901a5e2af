using System.Buffers;
using LogAnalysis.Fields;
using LogAnalysis.Text;

namespace LogAnalysis.Parsing;

/// <summary>
/// The name of a container before each line: <c>web-1  | message</c> by Docker Compose, <c>0|shop  | message</c> by PM2, <c>[pod/web-5d8f/app] message</c> by
/// <c>kubectl logs --prefix</c>.
/// </summary>
internal static class ContainerPrefix
{
    private static readonly SearchValues<byte> NameBytes =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_."u8);

    /// <summary>The length of the prefix; 0 if there is none.</summary>
    public static int Match(ReadOnlySpan<byte> line)
    {
        if (line.StartsWith("[pod/"u8) && line.IndexOf("] "u8) is > 0 and int close)
        {
            return close + 2;
        }

        // PM2 numbers its processes: 0|shop  | message.
        int number = DigitReader.CountLeading(line);
        int start = number > 0 && number < line.Length && line[number] == '|' ? number + 1 : 0;
        int rest = line[start..].IndexOfAnyExcept(NameBytes);
        int length = rest > 0 ? start + rest : rest;
        bool mayFollow = length > 0 && line[length] == ' ' && length + 1 < line.Length && line[length + 1] is (byte)' ' or (byte)'|';
        if (!mayFollow || !char.IsAsciiLetterOrDigit((char)line[0]))
        {
            return 0;
        }

        int bar = length + line[length..].IndexOfAnyExcept((byte)' ');
        bool isBar = bar > length && bar + 1 < line.Length && line[bar] == '|' && line[bar + 1] == ' ';

        // A date alone is no name, nor is a level.
        return isBar && line[..length].IndexOfAny(LetterBytes.All) >= 0 && !LevelNames.TryParseCapitals(line[..length], out _) ? bar + 2 : 0;
    }
}
