namespace LogAnalysis.Files;

/// <summary>Tells text from other content by its beginning.</summary>
internal static class BinaryDetector
{
    /// <summary>How much of a beginning is looked at, in bytes.</summary>
    public const int Length = 8192;

    /// <summary>Whether a beginning holds NUL bytes, which UTF-8 text does not.</summary>
    public static bool IsBinary(ReadOnlySpan<byte> beginning) => beginning[..Math.Min(beginning.Length, Length)].Contains((byte)0);
}
