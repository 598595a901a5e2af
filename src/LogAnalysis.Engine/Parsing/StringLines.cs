using System.Buffers;
using System.Text;
using LogAnalysis.Model;

namespace LogAnalysis.Parsing;

/// <summary>
/// Lines that arrive as strings. They are encoded to UTF-8 and go the way that the bytes of a file go, so that both count alike.
/// A string of several lines (<c>Get-Content -Raw</c>) is as good as several strings.
/// </summary>
internal sealed class StringLines(string? path, ILogSink sink, LogFormat? format = null)
{
    private readonly LineSplitter _splitter = new();
    private readonly LogParser _parser = new(path, sink, format);

    /// <summary>No string will come.</summary>
    public void Complete() => _parser.Flush();

    /// <summary>Takes the next string: a line without its line end, or several.</summary>
    public void Add(string text)
    {
        // One byte more, for the line end that whoever made lines of the text took away.
        byte[] buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length) + 1);
        try
        {
            int length = Encoding.UTF8.GetBytes(text, buffer);
            if (length == 0 || buffer[length - 1] != '\n')
            {
                buffer[length++] = (byte)'\n';
            }

            _splitter.Push(buffer.AsSpan(0, length), _parser);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
