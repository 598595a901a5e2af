using System.Text;

namespace LogAnalysis.Text;

/// <summary>
/// The ends of lines in UTF-16 to which other writers have appended text of single bytes. Such text is known by its line end: what is before that would
/// be letters of many scripts, all of them of bytes that ASCII has, and none has a NUL byte.
/// </summary>
/// <param name="encoding">UTF-16 in one of its orders.</param>
internal sealed class Utf16LineEnd(Encoding encoding)
{
    private const int UnitLength = 2;

    /// <summary>How much is looked at before a line end, in bytes.</summary>
    private const int MaxWindow = 64;

    /// <summary>How many bytes of a line are no longer text by chance.</summary>
    private const int MinPlain = 16;

    private readonly bool _isBigEndian = encoding.CodePage == Encoding.BigEndianUnicode.CodePage;
    private readonly byte[] _window = new byte[2 * MaxWindow];
    private byte[] _tail = [];
    private long _length;

    /// <summary>Whether the last line that ended has a line end of one byte.</summary>
    public bool IsPlain { get; private set; }

    /// <summary>The length of that line end, in bytes.</summary>
    public int Length => IsPlain ? 1 : UnitLength;

    /// <summary>How much of a line with a plain line end is UTF-16 nonetheless: what its last NUL byte belongs to.</summary>
    public static int WideLength(ReadOnlySpan<byte> line)
    {
        int length = line.LastIndexOf((byte)0) + 1;
        return length + (length % UnitLength);
    }

    /// <summary>The next line begins a text of its own.</summary>
    public void Reset() => (IsPlain, _tail, _length) = (false, [], 0);

    /// <summary>The index of the first line end in what comes next.</summary>
    /// <returns>The index; -1 if there is none.</returns>
    public int FindFirst(ReadOnlySpan<byte> bytes)
    {
        for (int at = bytes.IndexOf((byte)'\n'); at >= 0;)
        {
            ReadOnlySpan<byte> before = Window(bytes[..at]);
            bool isPlain = IsPlainText(before, _length + at);
            if (isPlain || IsWide(before, bytes[at..], isAligned: (_length + at) % UnitLength == 0))
            {
                Reset();
                IsPlain = isPlain;
                return isPlain || !_isBigEndian ? at : at - 1;
            }

            int next = bytes[(at + 1)..].IndexOf((byte)'\n');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return -1;
    }

    /// <summary>How many bytes at the end of a block, which has no line end, can only be understood with those that come next.</summary>
    public int CountUndecided(ReadOnlySpan<byte> bytes)
    {
        int half = (int)((_length + bytes.Length) % UnitLength);
        ReadOnlySpan<byte> whole = bytes[..^half];
        return whole.EndsWith(_isBigEndian ? [0] : "\n"u8) ? Math.Min(half + UnitLength, bytes.Length) : half;
    }

    /// <summary>The line goes on with bytes that have no line end.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        _tail = Window(bytes).ToArray();
        _length += bytes.Length;
    }

    /// <summary>The text ends here, without a line end.</summary>
    public void Complete()
    {
        bool isPlain = IsPlainText(_tail, _length);
        Reset();
        IsPlain = isPlain;
    }

    private bool IsWide(ReadOnlySpan<byte> before, ReadOnlySpan<byte> from, bool isAligned) => _isBigEndian
        ? before.EndsWith((ReadOnlySpan<byte>)[0]) && (!isAligned || (before.Length > 2 && before[^3] == 0 && before[^2] != 0))
        : from.Length > 1 && from[1] == 0 && (isAligned || (before.Length > 1 && before[^1] == 0 && before[^2] != 0));

    /// <summary>Whether a line, of which this is the end, has ended with text of single bytes. It may have more lines, which are too short to be known.</summary>
    private bool IsPlainText(ReadOnlySpan<byte> window, long length)
    {
        ReadOnlySpan<byte> text = window[(window.LastIndexOf((byte)0) + 1)..];
        bool isWhole = text.Length == length;
        int lastLine = text.Length - (text.LastIndexOf((byte)'\n') + 1);
        return (lastLine >= MinPlain || (IsPlain && isWhole)) && TextBytes.FindOther(text) < 0 && !TextBytes.HasBrokenCharacters(isWhole ? text : FromFirstCharacter(text));
    }

    private static ReadOnlySpan<byte> FromFirstCharacter(ReadOnlySpan<byte> text)
    {
        int start = 0;
        while (start < text.Length && start < 3 && (text[start] & 0xC0) == 0x80)
        {
            start++;
        }

        return text[start..];
    }

    /// <summary>The last bytes of the line.</summary>
    private ReadOnlySpan<byte> Window(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= MaxWindow || _tail.Length == 0)
        {
            return bytes[^Math.Min(MaxWindow, bytes.Length)..];
        }

        _tail.CopyTo(_window, 0);
        bytes.CopyTo(_window.AsSpan(_tail.Length));
        int length = _tail.Length + bytes.Length;
        return _window.AsSpan(Math.Max(0, length - MaxWindow), Math.Min(MaxWindow, length));
    }
}
