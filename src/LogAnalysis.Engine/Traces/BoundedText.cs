using LogAnalysis.Text;

namespace LogAnalysis.Traces;

/// <summary>A short text that is kept without an allocation for each. A longer one is cut: names in stack traces are short, and a log is untrusted.</summary>
/// <param name="maxLength">The length of the longest, in bytes.</param>
internal sealed class BoundedText(int maxLength = BoundedText.MaxLength)
{
    /// <summary>The length of the longest name.</summary>
    public const int MaxLength = 200;

    private readonly byte[] _bytes = new byte[maxLength];
    private int _length;

    /// <summary>The text.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    public bool IsEmpty => _length == 0;

    public void Set(ReadOnlySpan<byte> text)
    {
        text = Utf8Boundary.Cut(text, _bytes.Length);
        text.CopyTo(_bytes);
        _length = text.Length;
    }

    /// <summary>Adds a line behind those before it.</summary>
    public void AppendLine(ReadOnlySpan<byte> line)
    {
        if (_length > 0 && _length < _bytes.Length)
        {
            _bytes[_length++] = (byte)'\n';
        }

        line = Utf8Boundary.Cut(line, _bytes.Length - _length);
        line.CopyTo(_bytes.AsSpan(_length));
        _length += line.Length;
    }

    public void Clear() => _length = 0;

    /// <inheritdoc/>
    public override string ToString() => System.Text.Encoding.UTF8.GetString(Bytes);
}
