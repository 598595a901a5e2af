using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>The type that macOS' unified log gives a message, where it is no level's name.</summary>
/// <remarks>Source: the manual of macOS, <c>log(1)</c>, styles default and compact.</remarks>
internal static class UnifiedLogType
{
    private static readonly WordTable<LogLevel> Letters = new(
        (LogLevel.Debug, "Db"),
        (LogLevel.Information, "I"),
        (LogLevel.Error, "E"),
        (LogLevel.Critical, "F"));

    /// <summary>Reads it where it is a word of a header.</summary>
    public static bool TryRead(ReadOnlySpan<byte> line, HeaderToken token, ReadOnlySpan<byte> word, out LogLevel level)
    {
        level = LogLevel.Critical;
        return word.Length <= 2 ? TryReadLetters(line[token.Next..], word, out level)
            : word.SequenceEqual("Fault"u8) && line[token.Next..].TrimStart((byte)' ').StartsWith("0x"u8);
    }

    /// <summary>In two columns, before the process with the numbers of itself and of its thread: <c>E  kernel[0:1a2b] message</c>.</summary>
    private static bool TryReadLetters(ReadOnlySpan<byte> rest, ReadOnlySpan<byte> word, out LogLevel level)
    {
        if (!Letters.TryFind(word, out level) || !rest.StartsWith(word.Length == 1 ? "  "u8 : " "u8))
        {
            return false;
        }

        int open = rest.IndexOf((byte)'[') + 1;
        ReadOnlySpan<byte> process = open > 0 ? rest[open..] : default;
        int colon = DigitReader.CountLeading(process);
        int close = colon > 0 && colon < process.Length && process[colon] == ':' ? process.IndexOf((byte)']') : -1;
        return close > colon + 1 && HexReader.IsNumber(process[(colon + 1)..close]);
    }
}
