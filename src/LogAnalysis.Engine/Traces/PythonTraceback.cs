namespace LogAnalysis.Traces;

/// <summary>
/// Tracebacks of Python, which end where the exception occurred: <c>File "/srv/orders.py", line 42, in save</c>, then its type. Of several, the last
/// counts, which the program did not handle; but where one <c>was the direct cause</c> of the next (<c>raise ... from</c>), it is the cause that counts.
/// </summary>
/// <remarks>Source: Python's <c>traceback</c> module.</remarks>
internal sealed class PythonTraceback : TraceDialect
{
    private bool _isOpen;
    private bool _hasFrames;
    private int _indent;

    private static ReadOnlySpan<byte> Heading => "Traceback (most recent call last):"u8;

    /// <inheritdoc/>
    public override void Reset() => _isOpen = false;

    /// <inheritdoc/>
    public override bool TryRead(ReadOnlySpan<byte> text, int indent, TraceFindings findings)
    {
        // Groups of exceptions are drawn as trees.
        int gutter = _isOpen && text[0] is (byte)'|' or (byte)'+' ? text.IndexOfAnyExcept("|+- "u8) : 0;
        indent = gutter > 0 ? indent + gutter : indent;
        text = gutter > 0 ? text[gutter..] : text;
        if (text[^1] == ':' && text.EndsWith(Heading))
        {
            findings.BeginFrames();
            (_isOpen, _hasFrames, _indent) = (true, false, indent);
            return true;
        }

        return ReadChain(text, findings) || (_isOpen && ReadOpen(text, indent, findings));
    }

    private static bool ReadChain(ReadOnlySpan<byte> text, TraceFindings findings)
    {
        if (text.StartsWith("During handling of the above exception"u8))
        {
            findings.IsComplete = false;
            return true;
        }

        bool isCause = text.StartsWith("The above exception was the direct cause"u8);
        findings.IsComplete |= isCause;
        return isCause;
    }

    private bool ReadOpen(ReadOnlySpan<byte> text, int indent, TraceFindings findings)
    {
        if (text.StartsWith("File \""u8))
        {
            _hasFrames = true;
            ReadFrame(text["File \"".Length..], findings);
        }
        else if (_hasFrames && indent <= _indent)
        {
            findings.SetType(ExceptionType.At(text));
            _isOpen = false;
        }

        return true;
    }

    private static void ReadFrame(ReadOnlySpan<byte> frame, TraceFindings findings)
    {
        int quote = frame.IndexOf((byte)'"');
        if (quote < 0)
        {
            return;
        }

        int name = frame[quote..].LastIndexOf(", in "u8);
        ReadOnlySpan<byte> path = frame[..quote];
        findings.AddInner(FrameKind.Script, name < 0 ? default : frame[(quote + name + ", in ".Length)..], path, !ForeignCode.HasPath(path));
    }
}
