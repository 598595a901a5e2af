using LogAnalysis.Text;

namespace LogAnalysis.Traces;

/// <summary>
/// Frames that begin with <c>at</c>: <c>at com.shop.OrderDao.save(OrderDao.java:42)</c>, <c>at Shop.Orders.Save(Order order) in C:\Orders.cs:line 42</c>,
/// <c>at save (/srv/orders.js:12:7)</c>, <c>at Save-Order, C:\orders.psm1: line 42</c>.
/// </summary>
/// <remarks>Source: Java's <c>StackTraceElement</c>, .NET's <c>StackTrace</c>, whose word is translated; V8's stack trace API; <c>ErrorRecord.ScriptStackTrace</c>.</remarks>
internal sealed class MethodFrames : TraceDialect
{
    /// <summary>The word in the languages of .NET Framework.</summary>
    private static readonly byte[][] Words = [.. new[] { "at ", "bei ", "à ", "en ", "в ", "w ", "em ", "in ", "場所 ", "在 ", "위치: " }.Select(System.Text.Encoding.UTF8.GetBytes)];

    /// <inheritdoc/>
    public override bool TryRead(ReadOnlySpan<byte> text, int indent, TraceFindings findings)
    {
        ReadOnlySpan<byte> frame = Behind(text, indent);
        if (frame.IsEmpty)
        {
            return false;
        }

        // JavaScript has a blank before the parenthesis, Mono too.
        int open = frame.IndexOf((byte)'(');
        return (open > 0 && frame[open - 1] != ' ' && ReadMethod(frame[..open], findings))
            || ReadScript(frame, findings) || ReadPowerShell(frame, findings) || (open > 0 && ReadMethod(frame[..open].TrimEnd((byte)' '), findings));
    }

    private static ReadOnlySpan<byte> Behind(ReadOnlySpan<byte> text, int indent)
    {
        if (text.StartsWith("at "u8))
        {
            return text[3..];
        }

        if (indent > 0)
        {
            foreach (byte[] word in Words)
            {
                if (text.StartsWith(word) && text.Contains((byte)'('))
                {
                    return text[word.Length..];
                }
            }
        }

        return default;
    }

    private static bool ReadMethod(ReadOnlySpan<byte> name, TraceFindings findings)
    {
        bool isMethod = name.Contains((byte)'.') && !name.Contains((byte)' ') && name[0] is not ((byte)'/' or (byte)'.');
        if (isMethod)
        {
            findings.Add(FrameKind.Method, name, default, !ForeignCode.HasMethod(name));
        }

        return isMethod;
    }

    /// <summary>JavaScript: the place is in parentheses behind the function, or alone.</summary>
    private static bool ReadScript(ReadOnlySpan<byte> frame, TraceFindings findings)
    {
        int open = frame[^1] == ')' ? frame.LastIndexOf(" ("u8) : -1;
        ReadOnlySpan<byte> function = open < 0 ? default : frame[..open];
        ReadOnlySpan<byte> place = open < 0 ? frame : frame[(open + 2)..^1];
        if (open < 0 && place.StartsWith("async "u8))
        {
            place = place["async ".Length..];
        }

        ReadOnlySpan<byte> path = WithoutPosition(WithoutPosition(place));
        bool isPlace = path.Length < place.Length && !(open < 0 && place.Contains((byte)'('));
        if (!isPlace && !place.SequenceEqual("<anonymous>"u8) && !(open > 0 && place.SequenceEqual("native"u8)))
        {
            return false;
        }

        findings.Add(FrameKind.Script, function.IsEmpty && isPlace ? "<anonymous>"u8 : function, isPlace ? path : default, isPlace && !ForeignCode.HasScript(path));
        return true;
    }

    private static bool ReadPowerShell(ReadOnlySpan<byte> frame, TraceFindings findings)
    {
        int comma = frame.IndexOf(", "u8);
        int line = frame.LastIndexOf(": line "u8);
        if (comma <= 0 || line < comma || !DigitReader.IsNumber(frame[(line + ": line ".Length)..]))
        {
            return false;
        }

        ReadOnlySpan<byte> name = frame[..comma];
        ReadOnlySpan<byte> path = frame[(comma + 2)..line];
        findings.Add(FrameKind.Script, name.SequenceEqual("<ScriptBlock>"u8) ? default : name, path, !ForeignCode.HasPath(path));
        return true;
    }

    private static ReadOnlySpan<byte> WithoutPosition(ReadOnlySpan<byte> place)
    {
        int colon = place.LastIndexOf((byte)':');
        return colon > 0 && DigitReader.IsNumber(place[(colon + 1)..]) ? place[..colon] : place;
    }
}
