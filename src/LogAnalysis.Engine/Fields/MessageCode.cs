using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>The codes that IBM's products give to messages, the last letter of which is the severity: <c>ANR2034E</c>, <c>AMQ9999E</c>, <c>CWWKF0011I</c>.</summary>
/// <remarks>Source: IBM Documentation, "Message format" of Spectrum Protect, MQ, WebSphere.</remarks>
internal static class MessageCode
{
    private const int MinPrefix = 3;
    private const int MaxPrefix = 6;

    /// <summary>Reads the severity of a code.</summary>
    public static bool TryParse(ReadOnlySpan<byte> word, out LogLevel level)
    {
        level = LogLevel.Unknown;
        int prefix = word.IndexOfAnyExceptInRange((byte)'A', (byte)'Z');
        int digits = prefix is < MinPrefix or > MaxPrefix ? 0 : DigitReader.CountLeading(word[prefix..]);
        if (digits is not (4 or 5) || prefix + digits + 1 != word.Length)
        {
            return false;
        }

        level = word[^1] switch
        {
            (byte)'I' => LogLevel.Information,
            (byte)'W' => LogLevel.Warning,
            (byte)'E' => LogLevel.Error,
            (byte)'S' or (byte)'T' => LogLevel.Critical,
            _ => LogLevel.Unknown,
        };
        return level != LogLevel.Unknown;
    }
}
