namespace LogAnalysis.Traces;

/// <summary>
/// Frames of Ruby: <c>/srv/order.rb:42:in 'save'</c>, of which the first has the message and the type behind it when the exception was not caught. A
/// cause comes behind what it caused, in the same way.
/// </summary>
/// <remarks>Source: Ruby's <c>Exception#full_message</c>, whose quotation marks are others since version 3.4.</remarks>
internal sealed class RubyTrace : TraceDialect
{
    private static ReadOnlySpan<byte> In => ":in "u8;

    /// <inheritdoc/>
    public override bool TryRead(ReadOnlySpan<byte> text, int indent, TraceFindings findings)
    {
        if (text[^1] is not ((byte)'\'' or (byte)')') || text.IndexOf(In) is not (> 0 and int mark) || !char.IsAsciiDigit((char)text[mark - 1]))
        {
            return false;
        }

        ReadOnlySpan<byte> rest = text[(mark + In.Length)..];
        int colon = text[..mark].LastIndexOf((byte)':');
        int close = rest.IndexOf("': "u8);
        bool isError = close > 0 && text[^1] == ')';
        if (colon < 0 || rest.Length < 3 || rest[0] is not ((byte)'`' or (byte)'\'') || (!isError && text[^1] != '\''))
        {
            return false;
        }

        if (isError)
        {
            findings.Begin(ExceptionType.At(rest[(rest.LastIndexOf((byte)'(') + 1)..^1]));
        }

        ReadOnlySpan<byte> path = text[..colon];
        path = path.StartsWith("from "u8) ? path["from ".Length..] : path;
        findings.Add(FrameKind.Script, isError ? rest[1..close] : rest[1..^1], path, !ForeignCode.HasPath(path));
        return true;
    }
}
