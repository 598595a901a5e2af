using System.Text;

namespace LogAnalysis.Formats;

/// <summary>The words that logs use for levels.</summary>
internal static class LevelNames
{
    private const int Longest = 13;

    private static readonly (byte[] Name, LogLevel Level)[][] ByLength = Index(
        (LogLevel.Trace, "trace trc verbose vrb finest finer fine"),
        (LogLevel.Debug, "debug dbg config"),
        (LogLevel.Information, "info inf information informational"),
        (LogLevel.Notice, "notice"),
        (LogLevel.Warning, "warn wrn warning"),
        (LogLevel.Error, "error err erro severe failure fail"),
        (LogLevel.Critical, "critical crit crt fatal ftl emergency emerg alert panic dpanic"));

    /// <summary>The level that a word names, whatever its case; digits behind it (<c>DEBUG2</c>) grade it and are passed over.</summary>
    public static bool TryParse(ReadOnlySpan<byte> word, out LogLevel level)
    {
        level = LogLevel.Unknown;
        word = word.TrimEnd("0123456789"u8);
        if (word.Length is 0 or > Longest)
        {
            return false;
        }

        foreach ((byte[] name, LogLevel named) in ByLength[word.Length])
        {
            if (Ascii.EqualsIgnoreCase(word, name))
            {
                level = named;
                return true;
            }
        }

        return false;
    }

    /// <summary>Like <see cref="TryParse"/>, but only for a word in capitals: <c>ERROR</c> in running text is rare, <c>error</c> is not.</summary>
    public static bool TryParseCapitals(ReadOnlySpan<byte> word, out LogLevel level)
    {
        level = LogLevel.Unknown;
        return word.Length > 0 && !word.ContainsAnyInRange((byte)'a', (byte)'z') && TryParse(word, out level);
    }

    private static (byte[] Name, LogLevel Level)[][] Index(params (LogLevel Level, string Names)[] table)
    {
        var pairs = table.SelectMany(row => row.Names.Split(' '), (row, name) => (Name: Encoding.ASCII.GetBytes(name), row.Level));
        var byLength = pairs.ToLookup(pair => pair.Name.Length);
        return [.. Enumerable.Range(0, Longest + 1).Select(length => byLength[length].ToArray())];
    }
}
