using System.Buffers;
using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>Headers that are of a program and little else: <c>chrome.exe *64 - message</c>, <c>|Step_LSC|30002312|message</c>, <c>Microsoft Word[19]: message</c>.</summary>
internal static class HeaderProgram
{
    private static readonly SearchValues<byte> NotInTags = SearchValues.Create("()=,;\""u8);
    private static readonly SearchValues<byte> TagBytes = SearchValues.Create("[]() 0123456789"u8);
    private static readonly SearchValues<byte> NotInPrograms = SearchValues.Create("[]():=\"|"u8);
    private static readonly SearchValues<byte> VersionBytes = SearchValues.Create("0123456789."u8);
    private const int MaxNameLength = 80;
    private const int MaxWords = 4;
    private const int MaxColumns = 4;

    /// <summary>Where the message begins behind a header of a time and a program; 0 where there is no such header.</summary>
    /// <param name="line">The line.</param>
    /// <param name="start">Where its time ends.</param>
    public static int FindBehind(ReadOnlySpan<byte> line, int start) =>
        start >= line.Length ? 0 : line[start] == '|' ? FindBehindColumns(line, start) : FindBehindExecutable(line, start);

    /// <summary>
    /// The length of a program's name with spaces, of its process in brackets, and of the colon behind: <c>Microsoft Word[19]: </c>, <c>sandboxd[129] ([31211]): </c>,
    /// <c>syslogd 1.4.1: </c>; 0 for none.
    /// </summary>
    public static int MeasureTag(ReadOnlySpan<byte> text)
    {
        int colon = text[..Math.Min(text.Length, MaxNameLength)].IndexOf(": "u8);
        if (colon <= 0)
        {
            return 0;
        }

        ReadOnlySpan<byte> tag = text[..colon];
        int open = tag.IndexOf((byte)'[');
        bool isProcess = open > 0 && tag[open - 1] != ' ' && tag[..open].Count((byte)' ') < MaxWords && tag[..open].IndexOfAny(NotInTags) < 0
            && char.IsAsciiDigit((char)tag[Math.Min(open + 1, tag.Length - 1)]) && tag[open..].IndexOfAnyExcept(TagBytes) < 0;
        return isProcess || IsNameWithVersion(tag) ? colon + 2 : 0;
    }

    /// <summary>Columns that bars end, directly behind the time: a name and numbers, and the message behind the last of them.</summary>
    private static int FindBehindColumns(ReadOnlySpan<byte> line, int start)
    {
        int at = start + 1;
        bool hasName = false;
        bool hasNumber = false;
        for (int column = 0; column < MaxColumns && !hasNumber; column++)
        {
            int bar = line[at..].IndexOf((byte)'|');
            ReadOnlySpan<byte> word = bar <= 0 ? default : line.Slice(at, bar);
            hasNumber = hasName && DigitReader.IsNumber(word);
            hasName |= !word.IsEmpty && !DigitReader.IsNumber(word);
            if (word.IsEmpty || word.Contains((byte)' '))
            {
                return 0;
            }

            at += bar + 1;
        }

        return hasNumber ? at : 0;
    }

    /// <summary>An executable of Windows, perhaps with its architecture, as its task manager shows it, before a dash.</summary>
    private static int FindBehindExecutable(ReadOnlySpan<byte> line, int start)
    {
        // Most headers go on with a bracket.
        ReadOnlySpan<byte> rest = line[start..].TrimStart((byte)' ');
        int dash = rest.IsEmpty || !char.IsAsciiLetterOrDigit((char)rest[0]) ? -1 : rest[..Math.Min(rest.Length, MaxNameLength)].IndexOf(" - "u8);
        if (dash <= 0)
        {
            return 0;
        }

        ReadOnlySpan<byte> name = rest[..dash].Trim((byte)' ');
        int star = name.IndexOf(" *"u8);
        bool hasArchitecture = star > 0 && DigitReader.IsNumber(name[(star + 2)..]);
        name = hasArchitecture ? name[..star] : name;
        bool isProgram = hasArchitecture || (name.Length > 4 && System.Text.Ascii.EqualsIgnoreCase(name[^4..], ".exe"u8));
        return isProgram && name.IndexOfAny(NotInPrograms) < 0 ? line.Length - rest.Length + dash + 3 : 0;
    }

    private static bool IsNameWithVersion(ReadOnlySpan<byte> tag)
    {
        int space = tag.IndexOf((byte)' ');
        ReadOnlySpan<byte> version = space <= 0 ? default : tag[(space + 1)..];
        return version.Length > 2 && version.Contains((byte)'.') && char.IsAsciiDigit((char)version[0]) && version.IndexOfAnyExcept(VersionBytes) < 0 && tag[..space].IndexOfAnyExcept(LetterBytes.All) < 0;
    }
}
