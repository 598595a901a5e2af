using System.Text;

namespace LogAnalysis.Parsing;

/// <summary>The line feed in some encoding: one byte in most, two or four in UTF-16 and UTF-32, and there at multiples of that only.</summary>
internal readonly struct LineEnd
{
    private readonly byte[] _bytes;

    private LineEnd(byte[] bytes) => _bytes = bytes;

    /// <summary>Its length in bytes.</summary>
    public int Length => _bytes.Length;

    /// <summary>The line feed of an encoding; null for UTF-8.</summary>
    public static LineEnd Of(Encoding? encoding) => new((encoding ?? Encoding.UTF8).GetBytes("\n"));

    /// <summary>The index of the first one in bytes that begin between two characters; -1 if there is none.</summary>
    public int FindFirst(ReadOnlySpan<byte> bytes)
    {
        int at = bytes.IndexOf(_bytes);
        while (at > 0 && at % Length != 0)
        {
            int next = bytes[(at + 1)..].IndexOf(_bytes);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return at;
    }

    /// <summary>The index of the last one in bytes that begin and end between two characters; -1 if there is none.</summary>
    public int FindLast(ReadOnlySpan<byte> bytes)
    {
        int at = bytes.LastIndexOf(_bytes);
        while (at > 0 && at % Length != 0)
        {
            at = bytes[..(at + Length - 1)].LastIndexOf(_bytes);
        }

        return at;
    }
}
