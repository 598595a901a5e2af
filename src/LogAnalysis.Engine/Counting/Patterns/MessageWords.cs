using LogAnalysis.Text;

namespace LogAnalysis.Counting;

/// <summary>Words that say something of the word behind them.</summary>
internal static class MessageWords
{
    private const string Prepositions = "against as at between by called device file for from host in interface into named node of on port through to user using via with";

    private static readonly WordTable<bool> InUtf8 = new((true, Prepositions));
    private static readonly HashSet<string> InText = new(Prepositions.Split(' '), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a value mostly is behind a word.</summary>
    public static bool IsPreposition(ReadOnlySpan<byte> word) => InUtf8.Contains(word);

    /// <inheritdoc cref="IsPreposition(ReadOnlySpan{byte})"/>
    public static bool IsPreposition(string word) => InText.Contains(word);
}
