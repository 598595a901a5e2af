using System.Text;
using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>
/// What operating systems and shells write when something went wrong, without any of the words for it: <c>Access is denied.</c>,
/// <c>cp: cannot stat 'x': No such file or directory</c>.
/// </summary>
/// <remarks>Source: the messages of POSIX' <c>strerror</c>; Windows' system error codes, MS-ERREF for those of NTSTATUS; the Linux kernel; Oracle Database Error Messages.</remarks>
internal static class ErrorPhrases
{
    /// <summary>Phrases that mean it wherever they are.</summary>
    private static readonly string[] Anywhere =
    [
        "segmentation fault", "core dumped", "bus error", "illegal instruction", "stack smashing detected", "out of memory", "oom-killer", "killed process",
        "access is denied", "access denied", "is denied", "permission denied", "operation not permitted",
        "no such file or directory", "no space left on device", "no route to host", "connection refused", "connection reset by peer", "connection timed out",
        "network is unreachable", "name or service not known", "broken pipe", "too many open files", "device or resource busy", "disk quota exceeded",
        "address already in use", "address in use", "no such device", "operation timed out", "cannot allocate memory", "argument list too long", "stale file handle", "command not found", "is not recognized as", "system cannot find",
        "process cannot access", "could not be", "not enough space", "not enough memory", "stopped working", "task timed out",
    ];

    /// <summary>Phrases that mean it at the beginning of a message, or of the reason that it gives.</summary>
    private static readonly string[] AtHead =
    [
        "cannot", "can't", "can not", "could not", "couldn't", "unable to", "read-only file system", "bad file descriptor", "invalid argument",
        "not a directory", "is a directory", "file exists", "file not found", "unknown option", "directory not empty", "text file busy", "host is down",
    ];

    /// <summary>Prefixes of codes that Oracle's products give to errors. ORA-00000 is success.</summary>
    private static readonly string[] CodePrefixes = ["ora", "tns", "pls"];

    private static readonly WordTable<bool> Codes = new((true, string.Join(' ', CodePrefixes)));

    private static readonly WordTable<(byte[] Text, bool IsHead)[]> ByFirstWord = new(
    [
        .. Anywhere.Select(phrase => (Text: phrase, IsHead: false)).Concat(AtHead.Select(phrase => (Text: phrase, IsHead: true)))
            .GroupBy(phrase => FirstWordOf(phrase.Text))
            .Select(group => (group.Select(phrase => (Encoding.ASCII.GetBytes(phrase.Text), phrase.IsHead)).ToArray(), group.Key)),
    ]);

    /// <summary>What is in every text that has a phrase or a code.</summary>
    public static IEnumerable<string> All => [.. Anywhere, .. AtHead, .. CodePrefixes.Select(prefix => prefix + "-"), "not found", "killed", "aborted", "returns 0xc0"];

    /// <summary>The words with which a phrase can begin.</summary>
    public static IEnumerable<string> FirstWords => All.Select(FirstWordOf);

    /// <summary>Whether a phrase begins with a word.</summary>
    public static bool BeginAt(TextWord word)
    {
        if (ByFirstWord.TryFind(word.Bytes, out (byte[] Text, bool IsHead)[]? phrases))
        {
            foreach ((byte[] text, bool isHead) in phrases!)
            {
                if (Matches(word, text) && (!isHead || IsHead(word.Before)))
                {
                    return true;
                }
            }
        }

        return IsCode(word) || IsMissingCommand(word) || IsFailedStatus(word);
    }

    private static string FirstWordOf(string phrase) => phrase.Split(' ', '-', '\'')[0];

    private static bool Matches(TextWord word, ReadOnlySpan<byte> phrase)
    {
        ReadOnlySpan<byte> rest = word.After;
        ReadOnlySpan<byte> tail = phrase[word.Bytes.Length..];
        return rest.Length >= tail.Length && Ascii.EqualsIgnoreCase(rest[..tail.Length], tail)
            && (rest.Length == tail.Length || !TextWord.IsWordByte(rest[tail.Length]));
    }

    private static bool IsHead(ReadOnlySpan<byte> before)
    {
        before = before.TrimEnd((byte)' ');
        bool isBehindGroup = before is [(byte)'(', .., (byte)')'] && before.IndexOf((byte)')') == before.Length - 1;
        return before.IsEmpty || isBehindGroup || before[^1] is (byte)':' or (byte)']' or (byte)'>' or (byte)'|' or (byte)'-' or (byte)'*' or (byte)'.' or (byte)';';
    }

    /// <summary>Whether a text is a code of an error: <c>ORA-00600</c>.</summary>
    public static bool IsCode(ReadOnlySpan<byte> text)
    {
        if (text is not [_, _, _, (byte)'-', ..])
        {
            return false;
        }

        var word = TextWord.First(text);
        return word.Start == 0 && !word.IsEmpty && IsCode(word);
    }

    /// <summary><c>ORA-00600</c>.</summary>
    private static bool IsCode(TextWord word)
    {
        ReadOnlySpan<byte> rest = word.After;
        return word.Bytes.Length == 3 && char.IsAsciiLetterUpper((char)word.Bytes[0]) && rest.Length > 4 && rest[0] == '-' && Codes.Contains(word.Bytes)
            && DigitReader.CountLeading(rest[1..]) is 4 or 5 && !rest.StartsWith("-0000"u8);
    }

    /// <summary>A status of Windows that is an error, as Netlogon writes it: <c>Returns 0xC000006A</c>.</summary>
    private static bool IsFailedStatus(TextWord word) => word.Bytes.SequenceEqual("Returns"u8) && word.After.StartsWith(" 0xC0"u8);

    /// <summary><c>sh: 1: foo: not found</c>; and all that a shell writes of a process that was killed.</summary>
    private static bool IsMissingCommand(TextWord word) => word.Bytes.Length switch
    {
        3 => word.Bytes.SequenceEqual("not"u8) && word.After.SequenceEqual(" found"u8) && word.Before.EndsWith(": "u8),
        6 => word.Start == 0 && word.After.IsEmpty && word.Bytes.SequenceEqual("Killed"u8),
        7 => word.Start == 0 && word.After.IsEmpty && word.Bytes.SequenceEqual("Aborted"u8),
        _ => false,
    };
}
