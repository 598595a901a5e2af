using LogAnalysis.Text;

namespace LogAnalysis.Counting;

/// <summary>Words that say something of the word behind them.</summary>
internal static class MessageWords
{
    private static readonly WordTable<bool> Prepositions = new((true,
        "against as at between by called device file for from host in interface into named node of on port through to user using via with"));

    /// <summary>Whether a value mostly is behind a word.</summary>
    public static bool IsPreposition(ReadOnlySpan<byte> word) => Prepositions.Contains(word);
}
