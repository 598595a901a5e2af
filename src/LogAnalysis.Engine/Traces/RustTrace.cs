using LogAnalysis.Text;

namespace LogAnalysis.Traces;

/// <summary>Panics of Rust: <c>thread 'main' panicked at src/orders.rs:42:5:</c>, and a backtrace of numbered functions, each with its file on the next line.</summary>
/// <remarks>Source: Rust's <c>std::panicking</c> and <c>std::backtrace</c>.</remarks>
internal sealed class RustTrace : TraceDialect
{
    private readonly BoundedText _function = new();
    private bool _isOpen;

    private static ReadOnlySpan<byte> Panicked => " panicked at "u8;

    /// <inheritdoc/>
    public override void Reset()
    {
        _isOpen = false;
        _function.Clear();
    }

    /// <inheritdoc/>
    public override bool TryRead(ReadOnlySpan<byte> text, int indent, TraceFindings findings)
    {
        if (text.StartsWith("thread '"u8) && text.IndexOf(Panicked) is > 0 and int at)
        {
            findings.Begin("panic"u8);
            findings.SetPlace(PathOf(text[(at + Panicked.Length)..]));
            return true;
        }

        if (text.SequenceEqual("stack backtrace:"u8))
        {
            _isOpen = true;
            return true;
        }

        return _isOpen && (ReadPlace(text, findings) || ReadFunction(text, findings));
    }

    /// <summary>Older versions have the message before the place: <c>'lost', src/orders.rs:42:5</c>.</summary>
    private static ReadOnlySpan<byte> PathOf(ReadOnlySpan<byte> place)
    {
        int message = place[0] == '\'' ? place.LastIndexOf("', "u8) : -1;
        place = message < 0 ? place : place[(message + 3)..];
        int colon = place.IndexOf(".rs:"u8);
        return colon < 0 ? default : place[..(colon + 3)];
    }

    private bool ReadFunction(ReadOnlySpan<byte> text, TraceFindings findings)
    {
        int digits = DigitReader.CountLeading(text);
        if (digits is 0 or > 4 || !text[digits..].StartsWith(": "u8))
        {
            return false;
        }

        Flush(default, findings);
        ReadOnlySpan<byte> name = text[(digits + 2)..].TrimStart((byte)' ');
        int address = name.StartsWith("0x"u8) ? name.IndexOf(" - "u8) : -1;
        _function.Set(address < 0 ? name : name[(address + 3)..]);
        return true;
    }

    private bool ReadPlace(ReadOnlySpan<byte> text, TraceFindings findings)
    {
        bool isPlace = text.StartsWith("at "u8) && text.IndexOf(".rs:"u8) > 0;
        if (isPlace)
        {
            Flush(text[3..], findings);
        }

        return isPlace;
    }

    private void Flush(ReadOnlySpan<byte> path, TraceFindings findings)
    {
        if (!_function.IsEmpty)
        {
            findings.Add(FrameKind.RustFunction, _function.Bytes, default, !ForeignCode.HasRust(_function.Bytes, path));
        }

        _function.Clear();
    }
}
