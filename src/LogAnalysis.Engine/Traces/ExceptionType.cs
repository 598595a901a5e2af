using System.Buffers;

namespace LogAnalysis.Traces;

/// <summary>Finds the names of exception types in text: <c>java.sql.SQLException</c>, <c>ValueError</c>, <c>ActiveRecord::RecordNotFound</c>, <c>App\Failed</c>.</summary>
internal static class ExceptionType
{
    private static readonly SearchValues<byte> NameBytes = SearchValues.Create(
        [.. "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_$.\\+`"u8, .. Enumerable.Range(0x80, 0x80).Select(value => (byte)value)]);

    /// <summary>What may be between an exception and the one that caused it, in one line.</summary>
    private static readonly byte[][] Causes = [.. new[] { " ---> ", "nested exception is ", "Caused by: " }.Select(System.Text.Encoding.ASCII.GetBytes)];

    /// <summary>The name that a text begins with, if it ends there or before a colon or a blank; empty otherwise. It may be any name.</summary>
    public static ReadOnlySpan<byte> At(ReadOnlySpan<byte> text)
    {
        int length = Measure(text);
        ReadOnlySpan<byte> name = text[..length];
        bool isWhole = length == text.Length || text[length] is (byte)':' or (byte)' ' or (byte)'(' or (byte)',';
        return isWhole && length is > 0 and <= BoundedText.MaxLength && IsNameStart(name[0]) ? name : default;
    }

    /// <summary>The name of an exception that a line begins with, before its message or the end; empty if there is none.</summary>
    public static ReadOnlySpan<byte> Heading(ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> name = HeadingOfAny(line);
        return SuffixLength(name) is > 0 and int suffix && IsMentionable(name, suffix) ? name : default;
    }

    /// <summary>The name that a line begins with, if it may be that of an exception, though it does not say so: <c>com.shop.OrderLost: 17</c>, <c>Error: lost</c>.</summary>
    public static ReadOnlySpan<byte> PossibleHeading(ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> name = HeadingOfAny(line);
        bool isPossible = IsQualified(name) ? char.IsAsciiLetterUpper((char)LastPart(name)[0]) : SuffixLength(name) > 0;
        return isPossible ? name : default;
    }

    /// <summary>The type that a message mentions, the cause where it mentions several; empty if there is none.</summary>
    public static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> message) => Innermost(message, FindFirst(message));

    /// <summary>Whether a message by itself, without further lines, may tell of an exception. Few messages do, and this is found out fast.</summary>
    public static bool MayBeMentioned(ReadOnlySpan<byte> message) =>
        message.IndexOf("xception"u8) >= 0 || message.IndexOf("rror"u8) >= 0 || message.IndexOf("panic"u8) >= 0 || message.IndexOf("Uncaught"u8) >= 0
        || message.IndexOf("hrowable"u8) >= 0
        || message.IndexOf("aused by: "u8) >= 0 || message.IndexOf("[cause]: "u8) >= 0 || message.IndexOf("--> "u8) >= 0 || message.IndexOf(":in "u8) >= 0 || message.Contains((byte)'\n');

    /// <summary>The type of the cause that a line names behind a type; that type if it names none.</summary>
    public static ReadOnlySpan<byte> Innermost(ReadOnlySpan<byte> line, ReadOnlySpan<byte> type)
    {
        foreach (byte[] cause in type.IsEmpty ? [] : Causes)
        {
            int at = line.LastIndexOf(cause);
            ReadOnlySpan<byte> inner = at < 0 ? default : At(line[(at + cause.Length)..]);
            if (IsQualified(inner) || SuffixLength(inner) > 0)
            {
                return inner;
            }
        }

        return type;
    }

    private static ReadOnlySpan<byte> FindFirst(ReadOnlySpan<byte> message)
    {
        int exception = FindBefore(message, "Exception"u8, message.Length);
        int error = FindBefore(message, "Error"u8, exception < 0 ? message.Length : exception);
        int end = error >= 0 ? error : exception;
        return end < 0 ? default : message[StartOf(message, end)..end];
    }

    /// <summary>Where the first name ends that has a suffix; -1 if there is none before a position.</summary>
    private static int FindBefore(ReadOnlySpan<byte> message, ReadOnlySpan<byte> suffix, int limit)
    {
        for (int at = 0; at < limit;)
        {
            int hit = message[at..limit].IndexOf(suffix);
            if (hit < 0)
            {
                break;
            }

            int end = at + hit + suffix.Length;
            int start = StartOf(message, end);
            ReadOnlySpan<byte> name = message[start..end];
            bool isEnd = end == message.Length || !IsWordByte(message[end]);
            if (isEnd && (start == 0 || message[start - 1] != '/') && name.Length > 0 && IsMentionable(name, suffix.Length))
            {
                return end;
            }

            at = end;
        }

        return -1;
    }

    /// <summary>A class with more to its name than the suffix, or one in a namespace.</summary>
    private static bool IsMentionable(ReadOnlySpan<byte> name, int suffixLength)
    {
        ReadOnlySpan<byte> last = LastPart(name);
        return char.IsAsciiLetterUpper((char)last[0]) && (last.Length > suffixLength || last.Length < name.Length);
    }

    private static int StartOf(ReadOnlySpan<byte> message, int end)
    {
        int start = end;
        int limit = Math.Max(0, end - BoundedText.MaxLength);
        while (start > limit)
        {
            int step = IsNameByte(message[start - 1]) ? 1 : start < end && message[limit..start].EndsWith("::"u8) ? 2 : 0;
            if (step == 0)
            {
                break;
            }

            start -= step;
        }

        while (start < end && !IsNameStart(message[start]))
        {
            start++;
        }

        return start;
    }

    private static ReadOnlySpan<byte> HeadingOfAny(ReadOnlySpan<byte> line)
    {
        int length = Measure(line);
        bool isHeading = length is > 0 and <= BoundedText.MaxLength && IsNameStart(line[0]) && line[length - 1] != '.'
            && (length == line.Length || line[length] == ':' || (line[length] == ' ' && IsRailsHeading(line[length..])));
        return isHeading ? line[..length] : default;
    }

    /// <summary>Rails: <c>ActiveRecord::RecordNotFound (Couldn't find Order):</c>.</summary>
    private static bool IsRailsHeading(ReadOnlySpan<byte> rest) => rest.StartsWith(" ("u8) && rest.EndsWith("):"u8);

    /// <summary>The length of the name at the beginning of a text; two colons are part of it, one is not.</summary>
    private static int Measure(ReadOnlySpan<byte> text)
    {
        int length = 0;
        while (true)
        {
            int more = text[length..].IndexOfAnyExcept(NameBytes);
            length = more < 0 ? text.Length : length + more;
            if (length == 0 || length + 2 >= text.Length || text[length] != ':' || text[length + 1] != ':' || !IsNameStart(text[length + 2]))
            {
                return length;
            }

            length += 2;
        }
    }

    private static int SuffixLength(ReadOnlySpan<byte> name) =>
        name.EndsWith("Exception"u8) ? "Exception".Length : name.EndsWith("Error"u8) ? "Error".Length : name.EndsWith("Throwable"u8) ? "Throwable".Length : 0;

    private static bool IsQualified(ReadOnlySpan<byte> name) => LastPart(name) is { IsEmpty: false } last && last.Length < name.Length;

    private static ReadOnlySpan<byte> LastPart(ReadOnlySpan<byte> name) => name[(name.LastIndexOfAny((byte)'.', (byte)'\\', (byte)':') + 1)..];

    private static bool IsNameByte(byte value) => NameBytes.Contains(value);

    private static bool IsWordByte(byte value) => char.IsAsciiLetterOrDigit((char)value) || value is (byte)'_' or (byte)'$' or >= 0x80;

    private static bool IsNameStart(byte value) => char.IsAsciiLetter((char)value) || value is (byte)'_' or (byte)'*' or >= 0x80;
}
