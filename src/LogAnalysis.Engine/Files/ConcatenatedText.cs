using LogAnalysis.Text;

namespace LogAnalysis.Files;

/// <summary>The text of several compressed streams behind each other, where a library decodes one, and would take a missing end for text.</summary>
/// <param name="file">The compressed bytes, from the first on. They stay open when this is disposed of.</param>
/// <param name="open">Begins to decode one stream.</param>
internal sealed class ConcatenatedText(Stream file, Func<Stream, Stream> open) : ForwardStream
{
    private readonly BufferedInput _file = new(file) { IsEndExpected = false };
    private LibraryText? _stream;

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The file is damaged, or its end is missing.</exception>
    public override int Read(Span<byte> buffer)
    {
        while (true)
        {
            _stream ??= new LibraryText(() => open(_file));
            int length = _stream.Read(buffer);
            if (length > 0 || buffer.Length == 0)
            {
                return length;
            }

            SkipPadding();
            if (_file.IsAtEnd)
            {
                return 0;
            }

            _stream = null;
        }
    }

    /// <summary>xz can have zeros between streams. No stream begins with one.</summary>
    private void SkipPadding()
    {
        while (_file.Peek(1) is [0])
        {
            _file.ReadByte();
        }
    }
}
