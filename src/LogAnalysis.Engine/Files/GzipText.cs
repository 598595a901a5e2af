using System.IO.Compression;
using LogAnalysis.Text;

namespace LogAnalysis.Files;

/// <summary>
/// The text of a gzip file of any number of members. <see cref="GZipStream"/> ends without an error where the file ends within a member; this stream
/// throws.
/// </summary>
/// <remarks>
/// The file is followed by one more member, of our own: if that can be read, the one before it was complete.
/// Source: RFC 1952, section 2.2, members follow each other.
/// </remarks>
internal sealed class GzipText : ForwardStream
{
    private static readonly byte[] EndMarker = Compress("whole"u8);

    private readonly MarkedStream _file;
    private readonly GZipStream _text;
    private bool _isAtEnd;

    /// <param name="file">The compressed bytes, from the first on. They stay open when this is disposed of.</param>
    public GzipText(Stream file)
    {
        _file = new MarkedStream(file);
        _text = new GZipStream(_file, CompressionMode.Decompress);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The file is damaged, or ends within a member. The text before that has been read.</exception>
    public override int Read(Span<byte> buffer)
    {
        int length = _isAtEnd ? 0 : _text.Read(buffer);
        if (length == 0 && buffer.Length > 0 && !_isAtEnd)
        {
            if (!IsWhole())
            {
                throw new InvalidDataException("The compressed file is not whole: its end is missing.");
            }

            _isAtEnd = true;
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
            Span<byte> marker = stackalloc byte[16];
            return marker[.._text.ReadAtLeast(marker, marker.Length, throwOnEndOfStream: false)].SequenceEqual("whole"u8);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>A stream that goes on with <see cref="EndMarker"/> once <see cref="IsMarked"/> is set.</summary>
    private sealed class MarkedStream(Stream file) : ForwardStream
    {
        private int _given;

        public bool IsMarked { get; set; }

        public override int Read(Span<byte> buffer)
        {
            if (!IsMarked)
            {
                return file.Read(buffer);
            }

            int length = Math.Min(buffer.Length, EndMarker.Length - _given);
            EndMarker.AsSpan(_given, length).CopyTo(buffer);
            _given += length;
            return length;
        }
    }
}
