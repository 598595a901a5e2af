using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>
/// Whether the words of a line without level or status speak of an error. Words count whole; what negates them (<c>0 errors</c>,
/// <c>returned error 0</c>, <c>error=null</c>) takes them back, and names do not count (<c>Error Reporting service</c>).
/// </summary>
internal static class ErrorKeywords
{
    private const string Names =
        "error errors err failed failure failures fatal exception exceptions panic panicked critical segfault traceback unhandled uncaught "
        + "crashed unexpectedly oops";

    private static readonly WordTable<bool> Words = new((true, Names));

    /// <summary>Hardly any word of a log is one of these.</summary>
    private static readonly WordSieve Telling = new([.. Names.Split(' '), "fail", .. ErrorPhrases.FirstWords]);

    /// <summary>Nor is any in most messages; the names of exceptions have some of them within.</summary>
    private static readonly PhraseSieve Possible = new([.. Names.Split(' '), "fail", .. ErrorPhrases.All]);

    /// <summary>Whether a text is one of the words.</summary>
    public static bool IsKeyword(ReadOnlySpan<byte> text) => Words.Contains(text);

    /// <summary>Whether any of the words occurs unrefuted in <paramref name="text"/> (UTF-8).</summary>
    public static bool Occur(ReadOnlySpan<byte> text)
    {
        if (!Possible.MayOccur(text))
        {
            return false;
        }

        text = WithoutCommand(text);

        for (var word = TextWord.First(text); !word.IsEmpty; word = word.Next())
        {
            if ((Telling.MayContain(word.Bytes) || ExceptionNames.Matches(word.Bytes)) && Tells(word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A text up to the command that it quotes, as cron and sudo log those that they run: what is in them has not happened.</summary>
    private static ReadOnlySpan<byte> WithoutCommand(ReadOnlySpan<byte> text)
    {
        int command = text.StartsWith("("u8) ? text.IndexOf(") CMD ("u8) : text.IndexOf(" ; COMMAND="u8);
        return command < 0 ? text : text[..command];
    }

    private static bool Tells(TextWord word)
    {
        if (ExceptionNames.Matches(word.Bytes))
        {
            // Behind a colon is its message: null is one, where there is none.
            bool isAssigned = word.ByteAfter == '=';
            return !KeywordNames.IsFileOrCall(word) && !KeywordNegation.IsNegatedBefore(word) && !(isAssigned && KeywordValue.IsNothing(word));
        }

        if (Words.Contains(word.Bytes) || word.Bytes.SequenceEqual("FAIL"u8))
        {
            return ExceptionNames.EndsQualified(word) || (!KeywordNames.IsPartOfName(word) && !KeywordNegation.Refutes(word));
        }

        return ErrorPhrases.BeginAt(word) && !KeywordNegation.IsNegatedBefore(word);
    }
}
