namespace LogAnalysis.Traces;

/// <summary>Error records of PowerShell: the position of the command, and at the end of <c>CategoryInfo</c> the type of the exception.</summary>
/// <remarks>Source: PowerShell, <c>ErrorCategoryInfo.GetMessage</c> and <c>PowerShellCore_format_ps1xml.cs</c>.</remarks>
internal sealed class PowerShellRecord : TraceDialect
{
    private readonly BoundedText _type = new();
    private bool _isWrapped;

    /// <inheritdoc/>
    public override void Reset() => _isWrapped = false;

    /// <inheritdoc/>
    public override bool TryRead(ReadOnlySpan<byte> text, int indent, TraceFindings findings)
    {
        bool mayGoOn = _isWrapped && text[0] != '+';
        _isWrapped = false;
        if (mayGoOn)
        {
            // The console wraps names at its width.
            SetType([.. _type.Bytes, .. text], findings);
            return true;
        }

        return text[0] == '+' ? ReadDetail(text, findings) : text.StartsWith("At "u8) && ReadPosition(text[3..], findings);
    }

    private static bool ReadPosition(ReadOnlySpan<byte> text, TraceFindings findings)
    {
        int mark = text.LastIndexOf(" char:"u8);
        int colon = mark < 0 ? -1 : text[..mark].LastIndexOf((byte)':');
        if (colon > 0)
        {
            findings.Add(FrameKind.Script, default, text[..colon], isOwn: true);
        }

        return colon > 0;
    }

    private bool ReadDetail(ReadOnlySpan<byte> text, TraceFindings findings)
    {
        if (text.StartsWith("+ CategoryInfo "u8))
        {
            int end = text.LastIndexOf("], "u8);
            SetType(end < 0 ? default : text[(end + 3)..], findings);
            _isWrapped = end > 0;
            return true;
        }

        int id = text.StartsWith("+ FullyQualifiedErrorId "u8) ? text.IndexOf(" : "u8) : -1;
        if (id > 0 && !findings.HasType)
        {
            findings.SetType(ExceptionType.At(text[(id + 3)..]));
        }

        return id > 0;
    }

    private void SetType(ReadOnlySpan<byte> type, TraceFindings findings)
    {
        _type.Set(type);
        findings.SetType(ExceptionType.At(_type.Bytes));
    }
}
