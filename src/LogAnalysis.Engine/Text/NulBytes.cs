namespace LogAnalysis.Text;

/// <summary>NUL bytes in a text. Few in a row are in some line by mistake; more are a hole, which no writer has filled.</summary>
internal static class NulBytes
{
    /// <summary>How many in a row are a hole. UTF-32 has three in a row.</summary>
    public const int MinHole = 4;

    private static ReadOnlySpan<byte> Hole => [0, 0, 0, 0];

    /// <summary>The first hole in a text that does not begin with one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="length">Receives its length.</param>
    /// <returns>Where it begins; -1 if there is none.</returns>
    public static int FindHole(ReadOnlySpan<byte> text, out int length)
    {
        length = 0;
        int hole = text.IndexOf(Hole);
        if (hole >= 0)
        {
            int end = text[hole..].IndexOfAnyExcept((byte)0);
            length = end < 0 ? text.Length - hole : end;
        }

        return hole;
    }
}
