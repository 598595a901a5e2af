using System.IO.Compression;

namespace LogAnalysis.Files;

/// <summary>
/// The text of a gzip file of any number of members. A file that ends within one is not whole, which <see cref="GZipStream"/> takes for the end of
/// the text; here it is an error, behind what could be read.
/// </summary>
/// <remarks>
/// The file is followed by one more member, of our own: where it is read as such, the one before it was whole.
/// Source: RFC 1952, section 2.2, members follow each other.
/// </remarks>
internal sealed class GzipText : ForwardStream
{
    private static readonly byte[] Mark = Compress("whole"u8);

    private readonly MarkedStream _file;
    private readonly GZipStream _text;
    private bool _isOver;

    /// <param name="file">The compressed bytes, from the first on.</param>
    /// <param name="leaveOpen">Whether they stay open when the text is closed.</param>
    public GzipText(Stream file, bool leaveOpen = false)
    {
        _file = new MarkedStream(file, leaveOpen);
        _text = new GZipStream(_file, CompressionMode.Decompress);
    }

    /// <summary>Reads on.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, or ends within a member. What stood before that has been read.</exception>
    public override int Read(Span<byte> buffer)
    {
        int length = _isOver ? 0 : _text.Read(buffer);
        if (length == 0 && buffer.Length > 0 && !_isOver)
        {
            if (!IsWhole())
            {
                throw new InvalidDataException("The compressed file is not whole: its end is missing.");
            }

            _isOver = true;
        }

        return length;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _text.Dispose();
        }

        base.Dispose(disposing);
    }

    private static byte[] Compress(ReadOnlySpan<byte> text)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            gzip.Write(text);
        }

        return compressed.ToArray();
    }

    private bool IsWhole()
    {
        _file.IsMarked = true;
        try
        {
            Span<byte> mark = stackalloc byte[16];
            return mark[.._text.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false)].SequenceEqual("whole"u8);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>A stream that is followed by <see cref="Mark"/>, once that is wanted.</summary>
    private sealed class MarkedStream(Stream file, bool leaveOpen) : ForwardStream
    {
        private int _given;

        public bool IsMarked { get; set; }

        public override int Read(Span<byte> buffer)
        {
            if (!IsMarked)
            {
                return file.Read(buffer);
            }

            int length = Math.Min(buffer.Length, Mark.Length - _given);
            Mark.AsSpan(_given, length).CopyTo(buffer);
            _given += length;
            return length;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing && !leaveOpen)
            {
                file.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
