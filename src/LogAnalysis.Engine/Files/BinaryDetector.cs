using LogAnalysis.Text;

namespace LogAnalysis.Files;

/// <summary>Tells text from other content. A text may have holes and damage; a file is binary when most of what is sampled is no text.</summary>
internal static class BinaryDetector
{
    /// <summary>How much of a beginning is looked at, in bytes, and of each further sample.</summary>
    public const int Length = 8192;

    /// <summary>How many samples are taken where the beginning is no text.</summary>
    private const int Samples = 16;

    private const int BlockLength = 1 << 16;

    /// <summary>Systems leave whole sectors unwritten. Shorter holes are the padding of something else.</summary>
    private const int MinUnwritten = 512;

    private const int TarSignatureAt = 257;

    /// <summary>Files of these kinds may have much text in them, and are none.</summary>
    private static readonly byte[][] Signatures =
    [
        .. new[] { "SQLite format 3\0", "\u007FELF", "ElfFile\0", "LPKSHHRH", "MSCF", "PK\u0003\u0004", "regf", "hbin" }.Select(System.Text.Encoding.Latin1.GetBytes),
    ];

    /// <summary>What a file has in it.</summary>
    /// <param name="content">The file.</param>
    /// <param name="beginning">Its first bytes, up to <see cref="Length"/>.</param>
    /// <exception cref="IOException">Reading failed.</exception>
    public static ContentKind Classify(LogContent content, ReadOnlySpan<byte> beginning)
    {
        if (!beginning.Contains((byte)0))
        {
            return ContentKind.Text;
        }

        if (HasSignature(beginning))
        {
            return ContentKind.Binary;
        }

        // The hole that is left where a log was emptied under its writer is as long as the log was.
        byte[] sample = new byte[Length];
        long start = 0;
        if (!beginning.ContainsAnyExcept((byte)0))
        {
            start = FindText(content, beginning.Length);
            beginning = sample.AsSpan(0, start < 0 ? 0 : content.Read(sample, start));
        }

        var share = new TextShare();
        share.Add(beginning);
        return beginning.IsEmpty ? ContentKind.Hole : share.IsText || IsTextElsewhere(content, start + beginning.Length, sample, share) ? ContentKind.Text : ContentKind.Binary;
    }

    /// <summary>Whether most of a beginning, its holes aside, is no text.</summary>
    public static bool IsBinary(ReadOnlySpan<byte> beginning)
    {
        var share = new TextShare();
        share.Add(beginning);
        return beginning.Contains((byte)0) && !share.IsText;
    }

    /// <summary>Where the text behind a hole begins.</summary>
    /// <param name="content">The file.</param>
    /// <param name="start">A position in the hole.</param>
    /// <returns>The position; -1 if there is none.</returns>
    /// <exception cref="IOException">Reading failed.</exception>
    public static long FindText(LogContent content, long start)
    {
        byte[] block = new byte[BlockLength];
        int read;
        for (long at = start; (read = content.Read(block, at)) > 0; at += read)
        {
            int text = block.AsSpan(0, read).IndexOfAnyExcept((byte)0);
            if (text >= 0)
            {
                return at + text;
            }
        }

        return -1;
    }

    /// <summary>Damage may be where the beginning is: then there is text behind it.</summary>
    private static bool IsTextElsewhere(LogContent content, long start, byte[] sample, TextShare share)
    {
        // What is compressed is read from its beginning, and only a little of it again.
        long step = content.CanChange ? Math.Max(Length, (content.FileLength - start) / Samples) : Length;
        for (int taken = 1; taken < Samples; taken++)
        {
            int read = content.Read(sample, start);
            if (read == 0)
            {
                break;
            }

            share.Add(sample.AsSpan(0, read));
            start += step;
        }

        return share.IsText;
    }

    private static bool HasSignature(ReadOnlySpan<byte> beginning)
    {
        foreach (byte[] signature in Signatures)
        {
            if (beginning.StartsWith(signature))
            {
                return true;
            }
        }

        return beginning.Length > TarSignatureAt && beginning[TarSignatureAt..].StartsWith("ustar"u8);
    }

    /// <summary>How much of what was sampled is text.</summary>
    private sealed class TextShare
    {
        private readonly Utf16Lines _utf16 = new();
        private int _text;
        private int _other;

        public bool IsText => _text > _other;

        public void Add(ReadOnlySpan<byte> sample)
        {
            _utf16.Reset();
            sample = sample.Trim((byte)0);
            while (!sample.IsEmpty)
            {
                int end = sample.IndexOf((byte)'\n');
                AddLine(end < 0 ? sample : sample[..end]);
                sample = end < 0 ? default : sample[(end + 1)..];
            }
        }

        private void AddLine(ReadOnlySpan<byte> line)
        {
            while (!line.IsEmpty)
            {
                int hole = NulBytes.FindHole(line, out int length);
                AddPiece(hole < 0 ? line : line[..hole]);
                _other += length < MinUnwritten ? length : 0;
                line = hole < 0 ? default : line[(hole + length)..];
            }
        }

        private void AddPiece(ReadOnlySpan<byte> piece)
        {
            bool isText = _utf16.TryDecode(piece, out _) || !TextBytes.AreOther(piece.Trim((byte)0));
            _text += isText ? piece.Length : 0;
            _other += isText ? 0 : piece.Length;
        }
    }
}
