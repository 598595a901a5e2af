using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>The words that logs use for levels.</summary>
internal static class LevelNames
{
    private static readonly WordTable<LogLevel> Words = new(
        (LogLevel.Trace, "trace trc trce trac verbose vrb verb finest finer fine silly"),
        (LogLevel.Debug, "debug dbg dbug debu config"),
        (LogLevel.Information, "info inf information informational success ok log"),
        (LogLevel.Notice, "notice noti note"),
        (LogLevel.Warning, "warn wrn warning warni"),
        (LogLevel.Error, "error err erro eror severe failure fail"),
        (LogLevel.Critical, "critical crit crt criti fatal fata ftl emergency emerg alert panic pani dpanic"));

    private static readonly WordTable<bool> Common = new((true, "success ok log"));

    /// <summary>
    /// The level that a word names, whatever its case, with spaces around it or not. What follows it and grades it is skipped: <c>DEBUG2</c>,
    /// <c>ERROR+4</c>.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> word, out LogLevel level)
    {
        // Hardly any word needs it.
        if (!word.IsEmpty && (word[^1] <= '9' || word[0] == ' '))
        {
            word = word.Trim((byte)' ').TrimEnd("0123456789"u8).TrimEnd("+-"u8);
        }

        return Words.TryFind(word, out level);
    }

    /// <summary>Whether a word that names a level is one that a sentence may begin with: then it counts only in capitals or brackets.</summary>
    public static bool IsCommon(ReadOnlySpan<byte> word) => Common.Contains(word);

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
