using System.Buffers;

namespace LogAnalysis.Text;

/// <summary>The ASCII letters, for vectorised search.</summary>
internal static class LetterBytes
{
    public static readonly SearchValues<byte> All =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);
}
