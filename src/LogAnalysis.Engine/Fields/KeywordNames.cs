using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>Where an error's word is part of a name, or only spoken of: paths, identifiers, <c>Error Reporting service</c>, <c>on error</c>.</summary>
internal static class KeywordNames
{
    private const int MaxWordsBehindLevel = 4;

    /// <summary>Things that are called after errors.</summary>
    private static readonly WordTable<bool> Things = new((true,
        "log logs logfile logfiles errorlog record reports list lists page pages handler handlers reporter reporters correction template templates budget budgets "
        + "boundary boundaries threshold thresholds detector detectors detection domain domains queue queues mode stream output filter filters "
        + "middleware callback callbacks listener listeners policy policies document documents tracker collector recovery"));

    /// <summary>What is called critical without being an error.</summary>
    private static readonly WordTable<bool> CriticalThings = new((true, "section sections path paths update updates patch patches region regions infrastructure"));

    /// <summary>Activities that are called after errors, unless an error occurred during them: <c>Error handling request 17</c>.</summary>
    private static readonly WordTable<bool> Activities = new((true, "reporting handling logging checking tracking monitoring"));

    private static readonly WordTable<bool> BehindActivities = new((true,
        "service services is are was were has have had will module system subsystem enabled disabled initialized initialised started starting stopped "
        + "stopping settings configuration config plugin middleware component library mode"));

    private static readonly WordTable<bool> Nouns = new((true, "error errors err exception exceptions failure failures critical fatal panic"));

    /// <summary>Words before an error that may be or not.</summary>
    private static readonly WordTable<bool> Conditions = new((true, "on upon if when"));

    private static readonly WordTable<bool> LevelWords = new((true, "level loglevel verbosity severity"));

    private static readonly WordTable<bool> BehindLevel = new((true, "set to is at now as changed from logging default minimum"));

    /// <summary>Whether a word says nothing of an error, since it belongs to a name.</summary>
    public static bool IsPartOfName(TextWord word) =>
        IsInPath(word) || IsCompound(word) || IsLibrary(word) || IsGarbageCollection(word)
        || (Nouns.Contains(word.Bytes) && (IsFollowedByThing(word) || IsQuotedAlone(word) || IsHypothetical(word) || IsLevelSetting(word)));

    /// <summary>Whether the name of an exception is that of its file, or of a function: <c>GetLastError()</c>.</summary>
    public static bool IsFileOrCall(TextWord word)
    {
        ReadOnlySpan<byte> rest = word.After;
        bool hasExtension = rest.Length > 1 && rest[0] == '.' && char.IsAsciiLetterLower((char)rest[1]);
        return hasExtension || word.ByteBefore is (byte)'/' or (byte)'\\' || rest.StartsWith("()"u8);
    }

    /// <summary><c>/var/log/error.log</c>, <c>GET /errors/failed?error=1</c>, <c>$error</c>.</summary>
    private static bool IsInPath(TextWord word)
    {
        ReadOnlySpan<byte> rest = word.After;
        bool goesOn = rest.Length > 1 && rest[0] == '.' && char.IsAsciiLetterOrDigit((char)rest[1]);
        return goesOn || word.ByteBefore is (byte)'/' or (byte)'\\' or (byte)'.' or (byte)'?' or (byte)'&' or (byte)'$' or (byte)'@'
            || word.ByteAfter == '/' || (rest.Length > 1 && rest[0] == '\\' && char.IsAsciiLetterOrDigit((char)rest[1]));
    }

    /// <summary><c>error-free</c>, <c>error-handler</c>.</summary>
    private static bool IsCompound(TextWord word)
    {
        ReadOnlySpan<byte> rest = word.After;
        return rest.Length > 1 && rest[0] == '-' && char.IsAsciiLetterLower((char)rest[1]) && char.IsAsciiLetterLower((char)word.Bytes[^1]);
    }

    /// <summary><c>libgpg-error</c>.</summary>
    private static bool IsLibrary(TextWord word) => word.ByteBefore == '-' && word.Previous() is { IsEmpty: false } library && library.End + 1 == word.Start && library.Bytes.StartsWith("lib"u8);

    /// <summary>Why the garbage collector of Java ran, most of the time.</summary>
    private static bool IsGarbageCollection(TextWord word) => word.Bytes.SequenceEqual("Failure"u8) && word.Before.EndsWith("(Allocation "u8);

    private static bool IsFollowedByThing(TextWord word)
    {
        TextWord next = word.Next();
        if (next.IsEmpty || next.GapSince(word) is not [(byte)' '])
        {
            return false;
        }

        return Things.Contains(next.Bytes) || (word.Bytes.Length == "critical".Length && CriticalThings.Contains(next.Bytes))
            || (Activities.Contains(next.Bytes) && !HasObject(next));
    }

    private static bool HasObject(TextWord activity)
    {
        TextWord next = activity.Next();
        return !next.IsEmpty && next.GapSince(activity) is [(byte)' '] && !BehindActivities.Contains(next.Bytes);
    }

    /// <summary>A word that is quoted is spoken of, unless it is a key or a value.</summary>
    private static bool IsQuotedAlone(TextWord word)
    {
        bool isQuoted = word.ByteBefore is (byte)'\'' or (byte)'"' or (byte)'`' && word.ByteAfter == word.ByteBefore;
        if (!isQuoted)
        {
            return false;
        }

        ReadOnlySpan<byte> before = word.Before[..^1].TrimEnd((byte)' ');
        ReadOnlySpan<byte> after = word.After[1..].TrimStart((byte)' ');
        bool isValue = !before.IsEmpty && before[^1] is (byte)':' or (byte)'=';
        bool isKey = !after.IsEmpty && after[0] is (byte)':' or (byte)'=';
        return !isValue && !isKey;
    }

    /// <summary><c>restart on failure</c>, <c>if an error occurs</c>.</summary>
    private static bool IsHypothetical(TextWord word)
    {
        TextWord previous = word.Previous();
        TextWord condition = previous.Bytes.SequenceEqual("an"u8) || previous.Bytes.SequenceEqual("a"u8) ? previous.Previous() : previous;
        return Conditions.Contains(condition.Bytes) && word.GapSince(condition).IndexOfAny(":,;."u8) < 0;
    }

    /// <summary><c>log level set to error</c>.</summary>
    private static bool IsLevelSetting(TextWord word)
    {
        TextWord at = word;
        for (int words = 0; words < MaxWordsBehindLevel; words++)
        {
            TextWord previous = at.Previous();
            if (previous.IsEmpty || !at.GapSince(previous).Trim(" '\"`"u8).IsEmpty)
            {
                return false;
            }

            if (LevelWords.Contains(previous.Bytes))
            {
                return true;
            }

            if (!BehindLevel.Contains(previous.Bytes) && !LevelNames.TryParse(previous.Bytes, out _))
            {
                return false;
            }

            at = previous;
        }

        return false;
    }
}
