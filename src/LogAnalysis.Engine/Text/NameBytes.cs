using System.Buffers;

namespace LogAnalysis.Text;

/// <summary>The bytes of which names of hosts and containers consist, for vectorised search.</summary>
internal static class NameBytes
{
    public static readonly SearchValues<byte> All =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_."u8);
}
