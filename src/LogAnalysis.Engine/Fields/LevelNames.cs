using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>The words that logs use for levels.</summary>
internal static class LevelNames
{
    private static readonly WordTable<LogLevel> Words = new(
        (LogLevel.Trace, "trace trc trce verbose vrb finest finer fine"),
        (LogLevel.Debug, "debug dbg dbug config"),
        (LogLevel.Information, "info inf information informational"),
        (LogLevel.Notice, "notice note"),
        (LogLevel.Warning, "warn wrn warning"),
        (LogLevel.Error, "error err erro eror severe failure fail"),
        (LogLevel.Critical, "critical crit crt fatal ftl emergency emerg alert panic dpanic"));

    /// <summary>The level that a word names, whatever its case; digits after it (<c>DEBUG2</c>) grade it and are skipped.</summary>
    public static bool TryParse(ReadOnlySpan<byte> word, out LogLevel level) => Words.TryFind(word.TrimEnd("0123456789"u8), out level);

    /// <summary>The level that a single letter stands for, as many short formats have it.</summary>
    public static bool TryParseLetter(ReadOnlySpan<byte> word, out LogLevel level)
    {
        level = word.Length != 1 ? LogLevel.Unknown : word[0] switch
        {
            (byte)'T' or (byte)'V' => LogLevel.Trace,
            (byte)'D' => LogLevel.Debug,
            (byte)'I' => LogLevel.Information,
            (byte)'N' => LogLevel.Notice,
            (byte)'W' => LogLevel.Warning,
            (byte)'E' => LogLevel.Error,
            (byte)'C' or (byte)'F' or (byte)'A' => LogLevel.Critical,
            _ => LogLevel.Unknown,
        };
        return level != LogLevel.Unknown;
    }

    /// <summary>Like <see cref="TryParse"/>, but only for a word in capitals: <c>ERROR</c> in running text is rare.</summary>
    public static bool TryParseCapitals(ReadOnlySpan<byte> word, out LogLevel level)
    {
        level = LogLevel.Unknown;
        return !word.ContainsAnyInRange((byte)'a', (byte)'z') && TryParse(word, out level);
    }
}
