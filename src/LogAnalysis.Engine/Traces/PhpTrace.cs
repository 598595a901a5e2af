using LogAnalysis.Text;

namespace LogAnalysis.Traces;

/// <summary>
/// Frames of PHP: <c>#0 /srv/orders.php(42): Db-&gt;connect()</c>. A frame has the function and where it was called; where it is, the frame before
/// tells, or for the first the message: <c>in /srv/db.php:12</c>.
/// </summary>
/// <remarks>Source: PHP's <c>Exception::getTraceAsString</c>; Monolog's <c>NormalizerFormatter</c>.</remarks>
internal sealed class PhpTrace : TraceDialect
{
    private readonly BoundedText _path = new();

    /// <inheritdoc/>
    public override void Reset() => _path.Clear();

    /// <summary>A message, or the line of a cause, may say where the exception occurred.</summary>
    public void NotePlace(ReadOnlySpan<byte> text)
    {
        int end = text.LastIndexOf(".php"u8) + ".php".Length;
        if (end > ".php".Length && end < text.Length && text[end] is (byte)':' or (byte)'(')
        {
            _path.Set(text[(text[..end].LastIndexOf((byte)' ') + 1)..end]);
        }
    }

    /// <inheritdoc/>
    public override bool TryRead(ReadOnlySpan<byte> text, int indent, TraceFindings findings)
    {
        int digits = text[0] == '#' ? DigitReader.CountLeading(text[1..]) : 0;
        if (digits is 0 or > 4 || text.Length < digits + 4 || text[digits + 1] != ' ')
        {
            return false;
        }

        ReadOnlySpan<byte> frame = text[(digits + 2)..];
        if (frame.StartsWith("{main}"u8))
        {
            Add("{main}"u8, findings);
            return true;
        }

        if (frame.StartsWith("[internal function]: "u8))
        {
            AddCall(frame["[internal function]: ".Length..], findings);
            _path.Clear();
            return true;
        }

        int line = frame.IndexOf("): "u8);
        int open = line < 0 ? -1 : frame[..line].LastIndexOf((byte)'(');
        if (open < 0)
        {
            return false;
        }

        AddCall(frame[(line + "): ".Length)..], findings);
        _path.Set(frame[..open]);
        return true;
    }

    private void AddCall(ReadOnlySpan<byte> call, TraceFindings findings)
    {
        int arguments = call.IndexOf((byte)'(');
        Add(arguments < 0 ? call : call[..arguments], findings);
    }

    private void Add(ReadOnlySpan<byte> function, TraceFindings findings) =>
        findings.Add(FrameKind.Script, function, _path.Bytes, !_path.IsEmpty && !ForeignCode.HasPath(_path.Bytes));
}
