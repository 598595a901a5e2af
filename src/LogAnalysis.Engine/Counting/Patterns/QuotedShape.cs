using System.Text;

namespace LogAnalysis.Counting;

/// <summary>Text in quotes, however quotes are written, and lists in brackets.</summary>
internal static class QuotedShape
{
    private static readonly string[] Methods = ["GET ", "POST ", "PUT ", "DELETE ", "HEAD ", "PATCH ", "OPTIONS "];

    /// <summary>Quotes that are not ASCII: how each opens, and how it closes.</summary>
    private static readonly (byte[] Open, byte[] Close)[] Pairs =
    [
        ("“"u8.ToArray(), "”"u8.ToArray()), ("„"u8.ToArray(), "“"u8.ToArray()), ("„"u8.ToArray(), "”"u8.ToArray()), ("‘"u8.ToArray(), "’"u8.ToArray()),
        ("‚"u8.ToArray(), "‘"u8.ToArray()), ("«"u8.ToArray(), "»"u8.ToArray()), ("»"u8.ToArray(), "«"u8.ToArray()), ("‹"u8.ToArray(), "›"u8.ToArray()),
        ("「"u8.ToArray(), "」"u8.ToArray()), ("『"u8.ToArray(), "』"u8.ToArray()),
    ];

    /// <summary>The length of quoted text at a position, quotes and all; 0 if it does not close, or is no value: a key, or a request.</summary>
    public static int Measure(ReadOnlySpan<byte> message, int position) => message[position] switch
    {
        (byte)'"' when position == 0 || !TextClasses.IsWord(message[position - 1]) => MeasureDouble(message[position..]),
        (byte)'\'' or (byte)'`' when TextClasses.IsStart(message, position) => MeasureSingle(message[position..]),
        0xC2 or 0xE2 or 0xE3 => MeasurePairs(message[position..]),
        _ => 0,
    };

    /// <summary>The length of a list of words with commas between, in square brackets; 0 for none.</summary>
    public static int MeasureList(ReadOnlySpan<byte> text)
    {
        int end = text.IndexOf((byte)']');
        if (end < 0 || text[1..end].IndexOfAny("[({="u8) >= 0 || !text[1..end].Contains((byte)','))
        {
            return 0;
        }

        ReadOnlySpan<byte> items = text[1..end];
        while (!items.IsEmpty)
        {
            int comma = items.IndexOf((byte)',');
            ReadOnlySpan<byte> item = (comma < 0 ? items : items[..comma]).Trim((byte)' ');
            if (item.Contains((byte)' ') && item[0] is not ((byte)'"' or (byte)'\''))
            {
                return 0;
            }

            items = comma < 0 ? [] : items[(comma + 1)..];
        }

        return end + 1;
    }

    private static int MeasureDouble(ReadOnlySpan<byte> text)
    {
        int end = 1;
        while (end < text.Length && text[end] != '"')
        {
            end += text[end] == '\\' ? 2 : 1;
        }

        if (end >= text.Length || IsRequest(text[1..]))
        {
            return 0;
        }

        ReadOnlySpan<byte> after = text[(end + 1)..];
        bool isKey = !after.IsEmpty && after[0] == ':' && !text[1..end].Contains((byte)' ');
        return isKey ? 0 : end + 1;
    }

    private static int MeasureSingle(ReadOnlySpan<byte> text)
    {
        // A backtick can be closed by an apostrophe.
        int end = text[1..].IndexOfAny(text[0], (byte)'\'') + 1;
        while (end > 0 && !TextClasses.IsEnd(text, end + 1))
        {
            int next = text[(end + 1)..].IndexOfAny(text[0], (byte)'\'');
            end = next < 0 ? 0 : end + 1 + next;
        }

        return end <= 0 ? 0 : end + 1;
    }

    private static int MeasurePairs(ReadOnlySpan<byte> text)
    {
        foreach ((byte[] open, byte[] close) in Pairs)
        {
            if (text.StartsWith(open) && text[open.Length..].IndexOf(close) is int end and >= 0)
            {
                return open.Length + end + close.Length;
            }
        }

        return 0;
    }

    private static bool IsRequest(ReadOnlySpan<byte> text)
    {
        foreach (string method in Methods)
        {
            if (text.Length > method.Length && Ascii.Equals(text[..method.Length], method))
            {
                return true;
            }
        }

        return false;
    }
}
