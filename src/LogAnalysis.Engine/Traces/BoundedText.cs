using LogAnalysis.Text;

namespace LogAnalysis.Traces;

/// <summary>A short text that is kept without an allocation for each. A longer one is cut: names in stack traces are short, and a log is untrusted.</summary>
/// <param name="maxLength">The length of the longest, in bytes.</param>
internal sealed class BoundedText(int maxLength = BoundedText.MaxLength)
{
    /// <summary>The length of the longest name.</summary>
    public const int MaxLength = 200;

    private byte[] _bytes = [];
    private int _length;

    /// <summary>The text.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    public bool IsEmpty => _length == 0;

    public void Set(ReadOnlySpan<byte> text)
    {
        _length = 0;
        Append(Utf8Boundary.Cut(text, maxLength));
    }

    /// <summary>Adds a line behind those before it.</summary>
    public void AppendLine(ReadOnlySpan<byte> line)
    {
        if (_length > 0 && _length < maxLength)
        {
            Append("\n"u8);
        }

        Append(Utf8Boundary.Cut(line, maxLength - _length));
    }

    public void Clear() => _length = 0;

    /// <inheritdoc/>
    public override string ToString() => System.Text.Encoding.UTF8.GetString(Bytes);

    /// <summary>There are very many texts, most of them short or empty.</summary>
    private void Append(ReadOnlySpan<byte> text)
    {
        int length = _length + text.Length;
        if (length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Min(maxLength, Math.Max(length, 2 * _bytes.Length)));
        }

        text.CopyTo(_bytes.AsSpan(_length));
        _length = length;
    }
}
