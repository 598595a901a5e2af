using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>The codes that IBM's products give to messages, the last letter of which is the severity: <c>ANR2034E</c>, <c>AMQ9999E</c>, <c>CWWKF0011I</c>.</summary>
/// <remarks>Source: IBM Documentation, "Message format" of Spectrum Protect, MQ, WebSphere; Broadcom, AutoSys "Messages".</remarks>
internal static class MessageCode
{
    private const int MinPrefix = 3;
    private const int MaxPrefix = 6;

    /// <summary>Reads the severity of a code.</summary>
    public static bool TryParse(ReadOnlySpan<byte> word, out LogLevel level)
    {
        int prefix = word.IndexOfAnyExceptInRange((byte)'A', (byte)'Z');
        if (prefix is >= MinPrefix and <= MaxPrefix && word[prefix] == '_')
        {
            return TryParseMiddle(word[prefix..], out level);
        }

        level = LogLevel.Unknown;
        int digits = prefix is < MinPrefix or > MaxPrefix ? 0 : DigitReader.CountLeading(word[prefix..]);
        if (digits is not (4 or 5) || prefix + digits + 1 != word.Length)
        {
            return false;
        }

        level = LevelOf(word[^1]);
        return level != LogLevel.Unknown;
    }

    /// <summary>CA's products have the severity before the number: <c>CAUAJM_E_10029</c>.</summary>
    private static bool TryParseMiddle(ReadOnlySpan<byte> rest, out LogLevel level)
    {
        bool isCode = rest.Length > "_E_".Length && rest[2] == '_' && DigitReader.IsNumber(rest["_E_".Length..]);
        level = isCode ? LevelOf(rest[1]) : LogLevel.Unknown;
        return level != LogLevel.Unknown;
    }

    private static LogLevel LevelOf(byte letter) => letter switch
    {
        (byte)'I' => LogLevel.Information,
        (byte)'W' => LogLevel.Warning,
        (byte)'E' => LogLevel.Error,
        (byte)'S' or (byte)'T' => LogLevel.Critical,
        _ => LogLevel.Unknown,
    };
}
