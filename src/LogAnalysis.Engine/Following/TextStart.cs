using System.Text;
using LogAnalysis.Files;
using LogAnalysis.Parsing;

namespace LogAnalysis.Following;

/// <summary>The beginning of a followed file's text: its encoding is known only when there is something in it.</summary>
/// <param name="given">The encoding that the user names; null to detect it.</param>
internal sealed class TextStart(Encoding? given)
{
    private const int MinDetectable = 4;

    /// <summary>Whether the beginning has been read.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>Whether there is something, and not enough to detect the encoding by.</summary>
    public bool IsTooShort { get; private set; }

    /// <summary>The size of a code unit, in bytes. A character is not read before it is whole.</summary>
    public int UnitLength { get; private set; } = 1;

    /// <summary>The encoding of a file that begins so; null for UTF-8.</summary>
    /// <exception cref="LogFileException">It is not text.</exception>
    public Encoding? Require(ReadOnlySpan<byte> beginning, string path)
    {
        Encoding? encoding = TextEncoding.Detect(beginning, given, out _);

        // A writer that does not know that its log was emptied leaves NUL bytes at the beginning.
        if (encoding is null && BinaryDetector.IsBinary(beginning.TrimStart((byte)0)))
        {
            throw new LogFileException(LogFileErrorKind.Binary, path);
        }

        return encoding;
    }

    /// <summary>The encoding is known.</summary>
    public void Set(Encoding? encoding)
    {
        IsKnown = true;
        UnitLength = LineEnd.Of(encoding).Length;
    }

    /// <summary>Whether these first bytes are enough to detect the encoding by.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="isAll">Whether no more will come.</param>
    public bool IsEnough(ReadOnlySpan<byte> bytes, bool isAll)
    {
        IsTooShort = !bytes.IsEmpty && !IsKnown && !isAll && bytes.Length < MinDetectable && (bytes[0] >= 0x80 || bytes.Contains((byte)0));
        return !IsTooShort;
    }

    /// <summary>Finds where the text begins: after NUL bytes or a byte order mark.</summary>
    /// <param name="bytes">The first bytes that are read.</param>
    /// <param name="encoding">The encoding of the text; null for UTF-8.</param>
    /// <returns>How many of the bytes are no text; all of them as long as the encoding is not known.</returns>
    public int Find(ReadOnlySpan<byte> bytes, out Encoding? encoding)
    {
        encoding = TextEncoding.Detect(bytes, given, out int mark);
        int start = encoding is not null || bytes[0] != 0 ? mark : bytes.IndexOfAnyExcept((byte)0);
        if (start < 0)
        {
            return bytes.Length;
        }

        Set(encoding);
        return start;
    }
}
