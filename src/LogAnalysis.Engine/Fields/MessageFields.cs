using System.Buffers;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>
/// Finds <c>key=value</c> pairs in the text of a message, and the JSON object at its end. A pair counts only where it is by itself, so that no
/// piece of prose, code or URL is taken for one.
/// </summary>
internal static class MessageFields
{
    /// <summary>More are data rather than fields; it bounds the work on a hostile line.</summary>
    private const int MaxPairs = 100;

    private const int MaxNameLength = 40;
    private const int MaxValueLength = 1000;

    private static readonly SearchValues<byte> NameBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-@/"u8);
    private static readonly SearchValues<byte> BeforeNames = SearchValues.Create(" \t,;|([{"u8);
    private static readonly SearchValues<byte> EndOfValue = SearchValues.Create(" \t;|)]}\r\n\"'"u8);

    /// <summary>Passes the fields of a message to a sink.</summary>
    public static void Read(ReadOnlySpan<byte> message, FieldSink sink)
    {
        int start = FindObject(message);
        ReadPairs(message[..(start < 0 ? message.Length : start)], sink);
        if (start >= 0)
        {
            JsonFields.Read(message[start..], sink);
        }
    }

    /// <summary>Where the JSON object begins with which a message ends; -1 if there is none.</summary>
    private static int FindObject(ReadOnlySpan<byte> message)
    {
        if (message.TrimEnd((byte)' ') is not [.., (byte)'}'])
        {
            return -1;
        }

        int start = message.IndexOf("{\""u8);
        return start >= 0 && JsonFields.IsObject(message[start..]) ? start : -1;
    }

    private static void ReadPairs(ReadOnlySpan<byte> text, FieldSink sink)
    {
        int at = 0;
        for (int pair = 0; pair < MaxPairs; pair++)
        {
            int equals = text[at..].IndexOf((byte)'=');
            if (equals < 0)
            {
                return;
            }

            equals += at;
            ByteRange name = FindName(text, at, equals);
            at = equals + 1;
            if (!name.IsEmpty && TryFindValue(text, equals + 1, out ByteRange value, out int end, out FieldSyntax syntax))
            {
                sink.AddKnown(name.Of(text), value.Of(text), syntax);
                at = end;
            }
        }
    }

    /// <summary>The name before an equals sign; empty if there is none.</summary>
    private static ByteRange FindName(ReadOnlySpan<byte> text, int from, int equals)
    {
        int start = from + text[from..equals].LastIndexOfAnyExcept(NameBytes) + 1;
        bool isName = start < equals && equals - start <= MaxNameLength
            && (char.IsAsciiLetter((char)text[start]) || text[start] is (byte)'_' or (byte)'@') && char.IsAsciiLetterOrDigit((char)text[equals - 1])
            && (start == 0 || BeforeNames.Contains(text[start - 1]));
        return isName ? ByteRange.Between(start, equals) : default;
    }

    private static bool TryFindValue(ReadOnlySpan<byte> text, int start, out ByteRange value, out int end, out FieldSyntax syntax)
    {
        (value, end, syntax) = (default, start, FieldSyntax.Plain);
        if (start >= text.Length)
        {
            return false;
        }

        if (text[start] is (byte)'"' or (byte)'\'')
        {
            int close = text[start] == '"' ? QuotedText.FindEnd(text, start + 1) : start + 1 + text[(start + 1)..].IndexOf((byte)'\'');
            (value, end, syntax) = (ByteRange.Between(start + 1, Math.Max(close, start + 1)), close + 1, FieldSyntax.Escaped);
            return close > start && (end == text.Length || BeforeNames.Contains(text[end]) || EndOfValue.Contains(text[end]) || text[end] == '.');
        }

        if (text[start] is (byte)'[' or (byte)'{' && JsonArray.FindEnd(text, start) is > 0 and int closing)
        {
            (value, end) = (ByteRange.Between(start, closing), closing);
            return value.Length <= MaxValueLength;
        }

        int length = text[start..].IndexOfAny(EndOfValue);
        end = length < 0 ? text.Length : start + length;
        ReadOnlySpan<byte> word = text[start..end];
        int comma = FindNextPair(word);
        end = comma < 0 ? end : start + comma;
        value = ByteRange.Between(start, start + text[start..end].TrimEnd(",.:"u8).Length);
        return !value.IsEmpty && value.Length <= MaxValueLength && !value.Of(text).ContainsAny((byte)'=', (byte)'"', (byte)'\'') && text[start] is not ((byte)'>' or (byte)'~');
    }

    /// <summary>The comma in a word behind which another pair begins: <c>a=1,b=2</c>; -1 if there is none.</summary>
    private static int FindNextPair(ReadOnlySpan<byte> word)
    {
        int equals = word.IndexOf((byte)'=');
        return equals < 0 ? -1 : word[..equals].LastIndexOf((byte)',');
    }
}
