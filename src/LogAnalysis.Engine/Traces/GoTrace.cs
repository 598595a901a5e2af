using LogAnalysis.Text;

namespace LogAnalysis.Traces;

/// <summary>Panics of Go: the value, then for each goroutine its functions, each with its file on the next line. The first goroutine is the one that panicked.</summary>
/// <remarks>Source: Go's <c>runtime/panic.go</c> and <c>runtime/traceback.go</c>.</remarks>
internal sealed class GoTrace : TraceDialect
{
    private readonly BoundedText _function = new();
    private int _goroutines;
    private bool _isOpen;

    /// <inheritdoc/>
    public override void Reset()
    {
        _isOpen = false;
        _goroutines = 0;
        _function.Clear();
    }

    /// <inheritdoc/>
    public override bool TryRead(ReadOnlySpan<byte> text, int indent, TraceFindings findings)
    {
        if (text.StartsWith("panic: "u8))
        {
            findings.Begin(TypeOf(text["panic: ".Length..]));
            _isOpen = true;
            return true;
        }

        if (text.StartsWith("fatal error: "u8))
        {
            _isOpen = true;
            findings.Mention("fatal error"u8);
            return true;
        }

        if (text.StartsWith("goroutine "u8) && text.EndsWith("]:"u8))
        {
            _goroutines++;
            return true;
        }

        return _isOpen && ReadFrame(text, indent, findings);
    }

    private bool ReadFrame(ReadOnlySpan<byte> text, int indent, TraceFindings findings)
    {
        bool isPlace = indent > 0 && text.IndexOf(".go:"u8) > 0;
        if (isPlace && !_function.IsEmpty && _goroutines < 2)
        {
            findings.Add(FrameKind.GoFunction, _function.Bytes, default, !ForeignCode.HasGo(_function.Bytes, text));
        }

        _function.Clear();
        int open = indent == 0 && text[^1] == ')' ? text.LastIndexOf((byte)'(') : -1;
        bool isCall = open > 0 && !text[..open].Contains((byte)' ');
        if (isCall)
        {
            _function.Set(text[..open]);
        }

        return isPlace || isCall || text.StartsWith("created by "u8) || text.StartsWith("[signal "u8);
    }

    /// <summary>The type of the value, where the runtime names it: it does for errors of its own, and for values that say nothing of themselves.</summary>
    private static ReadOnlySpan<byte> TypeOf(ReadOnlySpan<byte> value)
    {
        if (value.StartsWith("runtime error: "u8))
        {
            return "runtime.Error"u8;
        }

        ReadOnlySpan<byte> text = value.TrimStart((byte)'&');
        int end = text[0] == '(' ? text.IndexOf((byte)')') : text.IndexOfAny((byte)'{', (byte)'(');
        ReadOnlySpan<byte> type = end < 0 ? default : text[..end].TrimStart((byte)'(');
        return type.Contains((byte)'.') && type.IndexOfAny(" :\""u8) < 0 && LetterBytes.All.Contains(type[^1]) ? type.TrimStart((byte)'*') : "panic"u8;
    }
}
