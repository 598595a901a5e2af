namespace LogAnalysis.Fields;

/// <summary>A level as it is written in a field: padded, or coloured by what was meant for a terminal.</summary>
internal static class LevelText
{
    /// <summary>The word or number alone, without a mark that separates it from the next field.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        if (text.Length > 0 && text[0] == '\\')
        {
            text = WithoutColour(text);
        }

        return text.Trim(" ,;"u8);
    }

    /// <summary>JSON escapes the sequences: <c>\u001b[31merror\u001b[39m</c>.</summary>
    private static ReadOnlySpan<byte> WithoutColour(ReadOnlySpan<byte> text)
    {
        int end = text.StartsWith("\\u001b["u8) || text.StartsWith("\\u001B["u8) ? text.IndexOf((byte)'m') : -1;
        text = end < 0 ? default : text[(end + 1)..];
        int next = text.IndexOf((byte)'\\');
        return next < 0 ? text : text[..next];
    }
}
