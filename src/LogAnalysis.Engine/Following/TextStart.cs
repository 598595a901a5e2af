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

    /// <summary>Whether anything was read but the hole that a writer leaves which does not know that its log was emptied.</summary>
    public bool HasText { get; private set; }

    /// <summary>Whether there is something, and not enough to detect the encoding by.</summary>
    public bool IsTooShort { get; private set; }

    /// <summary>How many bytes are read together at least: a code unit of UTF-32. Of UTF-16, halves are kept until the rest comes.</summary>
    public int UnitLength { get; private set; } = 1;

    /// <summary>The encoding of a file that begins so; null for UTF-8.</summary>
    /// <exception cref="LogFileException">It is not text.</exception>
    public Encoding? Require(LogContent content, ReadOnlySpan<byte> beginning, string path)
    {
        Encoding? encoding = TextEncoding.Detect(beginning, given, out _);
        if (encoding is null && BinaryDetector.Classify(content, beginning) == ContentKind.Binary)
        {
            throw new LogFileException(LogFileErrorKind.Binary, path);
        }

        return encoding;
    }

    /// <summary>The encoding is known.</summary>
    public void Set(Encoding? encoding)
    {
        IsKnown = true;
        UnitLength = encoding is UnicodeEncoding ? 1 : LineEnd.Of(encoding).Length;
    }

    /// <summary>This is read.</summary>
    public void Note(ReadOnlySpan<byte> bytes) => HasText |= bytes.ContainsAnyExcept((byte)0);

    /// <summary>Whether these first bytes are enough to detect the encoding by.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="isAll">Whether no more will come.</param>
    public bool IsEnough(ReadOnlySpan<byte> bytes, bool isAll)
    {
        IsTooShort = !bytes.IsEmpty && !IsKnown && !isAll && bytes.Length < MinDetectable && (bytes[0] >= 0x80 || bytes.Contains((byte)0));
        return !IsTooShort;
    }

    /// <summary>Finds where the text begins: after a byte order mark.</summary>
    /// <param name="bytes">The first bytes that are read.</param>
    /// <param name="encoding">The encoding of the text; null for UTF-8.</param>
    /// <returns>How many of the bytes are no text.</returns>
    public int Find(ReadOnlySpan<byte> bytes, out Encoding? encoding)
    {
        encoding = TextEncoding.Detect(bytes, given, out int mark);
        Set(encoding);
        return mark;
    }
}
