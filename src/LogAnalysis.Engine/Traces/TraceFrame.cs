namespace LogAnalysis.Traces;

/// <summary>A frame that is kept while its stack trace is read.</summary>
internal sealed class TraceFrame
{
    private readonly BoundedText _function = new();
    private readonly BoundedText _file = new();
    private FrameKind _kind;

    public bool IsEmpty => _function.IsEmpty && _file.IsEmpty;

    /// <param name="kind">What it names.</param>
    /// <param name="function">The function; empty where it is outside of any.</param>
    /// <param name="path">The file, or empty where the function says more.</param>
    public void Set(FrameKind kind, ReadOnlySpan<byte> function, ReadOnlySpan<byte> path)
    {
        _kind = kind;
        _function.Set(function);
        _file.Set(FrameName.FileOf(path));
    }

    public void Clear()
    {
        _function.Clear();
        _file.Clear();
    }

    /// <summary>Writes what decides its name.</summary>
    /// <returns>How many bytes.</returns>
    public int WriteKey(Span<byte> key)
    {
        key[0] = (byte)_kind;
        _function.Bytes.CopyTo(key[1..]);
        int length = 1 + _function.Bytes.Length;
        key[length++] = (byte)'\n';
        _file.Bytes.CopyTo(key[length..]);
        return length + _file.Bytes.Length;
    }

    /// <summary>The name of the frame, the same in every run.</summary>
    public override string ToString() => FrameName.Of(_kind, _function.ToString(), _file.ToString());
}
