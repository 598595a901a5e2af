using System.Buffers;
using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>
/// What compilers and MSBuild report: where, a category, a code, a text that may speak of anything:
/// <c>Orders.cs(12,9): warning CS0168: The variable 'error' is never used</c>, <c>orders.c:12:9: error: expected ';'</c>.
/// </summary>
/// <remarks>
/// Source: Microsoft, "MSBuild and Visual Studio format for diagnostic messages"; GNU Coding Standards, "Formatting Error Messages".
/// </remarks>
internal sealed class CompilerFormat() : LogFormat(
    "compiler",
    "Diagnostics of compilers and build tools (MSBuild, C#, TypeScript, GCC, Clang)",
    "Orders.cs(12,9): error CS0103: The name 'Total' does not exist in the current context [/src/Shop.csproj]")
{
    private const int MaxOriginLength = 400;
    private const int MaxColons = 4;

    private static readonly SearchValues<byte> PositionBytes = SearchValues.Create("0123456789,-"u8);

    /// <summary>The first letters of the categories, and of <c>fatal error</c>.</summary>
    private static readonly SearchValues<byte> CategoryInitials = SearchValues.Create("efwnimrEFWNIMR"u8);

    private static readonly WordTable<LogLevel> Categories = new(
        (LogLevel.Error, "error"),
        (LogLevel.Warning, "warning"),
        (LogLevel.Notice, "note"),
        (LogLevel.Information, "info message remark"));

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.IndentedLines;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Letters + FirstByte.Digits + " /\\.<\"_~";

    /// <inheritdoc/>
    internal override bool MayBegin(LineBeginning beginning) => beginning != LineBeginning.PlainLabel;

    /// <inheritdoc/>
    internal override string NeededMarks => ":";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int start = SkipNode(line);
        ReadOnlySpan<byte> near = line[start..Math.Min(line.Length, start + MaxOriginLength)];
        if (near.IsEmpty || (char.IsAsciiDigit((char)near[0]) && (LeadingTimestamp.Match(near, out _) > 0 || TuxedoFormat.Matches(near))))
        {
            return false;
        }

        // Without an origin: error CS5001: message.
        if (CategoryInitials.Contains(near[0]) && TryReadCategory(line, start, isPlaced: false, ref fields))
        {
            return true;
        }

        int at = 0;
        for (int i = 0; i < MaxColons; i++)
        {
            int colon = near[at..].IndexOf(": "u8);
            if (colon < 0)
            {
                return false;
            }

            ReadOnlySpan<byte> origin = near[..(at + colon)];
            at += colon + 2;
            if (at == near.Length || !CategoryInitials.Contains(near[at]))
            {
                continue;
            }

            bool isPlaced = IsPlace(origin);
            if ((isPlaced || IsTool(origin)) && TryReadCategory(line, start + at, isPlaced, ref fields))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What builds several projects at once indents, and numbers them: <c>  3>Orders.cs(12,9): ...</c>.</summary>
    private static int SkipNode(ReadOnlySpan<byte> line)
    {
        int blanks = line.IndexOfAnyExcept((byte)' ');
        if (blanks < 0)
        {
            return line.Length;
        }

        int digits = DigitReader.CountLeading(line[blanks..]);
        return digits is > 0 and < 5 && blanks + digits < line.Length && line[blanks + digits] == '>' ? blanks + digits + 1 : blanks;
    }

    /// <summary>A file with a position in it: <c>Orders.cs(12,9)</c>, <c>orders.c:12:9</c>.</summary>
    private static bool IsPlace(ReadOnlySpan<byte> origin)
    {
        origin = origin.TrimEnd((byte)' ');
        if (origin.Length < 4)
        {
            return false;
        }

        if (origin[^1] == ')')
        {
            int open = origin.LastIndexOf((byte)'(');
            ReadOnlySpan<byte> place = open > 0 ? origin[(open + 1)..^1] : default;
            return !place.IsEmpty && !place.ContainsAnyExcept(PositionBytes);
        }

        int digits = origin.Length - 1 - origin.LastIndexOfAnyExceptInRange((byte)'0', (byte)'9');
        int colon = origin.Length - digits - 1;
        return digits > 0 && colon > 2 && origin[colon] == ':' && origin[..colon].Contains((byte)'.');
    }

    /// <summary>A tool or a project, which is one word, and with a space before the colon: <c>CSC : error CS2001: message</c>.</summary>
    private static bool IsTool(ReadOnlySpan<byte> origin)
    {
        bool isSpaced = origin.EndsWith(" "u8);
        ReadOnlySpan<byte> name = origin.TrimEnd((byte)' ');
        return !name.IsEmpty && (name.EndsWith("proj"u8) || name.EndsWith(".sln"u8) || (isSpaced && !name.Contains((byte)' ')));
    }

    /// <summary>Reads <c>error CS0103: </c>, <c>fatal error C1083: </c>, <c>warning: </c>; without a position only what has a code.</summary>
    private static bool TryReadCategory(ReadOnlySpan<byte> line, int at, bool isPlaced, ref LineFields fields)
    {
        at += line[at..].StartsWith("fatal "u8) ? "fatal ".Length : 0;
        int length = line[at..].IndexOfAnyExcept(LetterBytes.All);
        if (length <= 0 || !Categories.TryFind(line.Slice(at, length), out LogLevel level))
        {
            return false;
        }

        int end = at + length;
        int code = end + (line[end] == ' ' ? 1 : 0);
        int codeLength = MatchCode(line[code..]);
        int colon = codeLength > 0 ? code + codeLength : code;
        if (colon >= line.Length || line[colon] != ':' || (codeLength == 0 && !isPlaced))
        {
            return false;
        }

        int message = codeLength > 0 ? code : colon + 1;
        int blanks = line[message..].IndexOfAnyExcept((byte)' ');
        fields = default;
        fields.HasLevel = true;
        fields.Level = level;
        fields.Message = ByteRange.Between(blanks < 0 ? line.Length : message + blanks, line.Length);
        return true;
    }

    /// <summary>Letters and then digits: <c>CS0103</c>, <c>MSB3021</c>.</summary>
    private static int MatchCode(ReadOnlySpan<byte> text)
    {
        int letters = text[..Math.Min(text.Length, 12)].IndexOfAnyExcept(LetterBytes.All);
        int digits = letters > 0 ? DigitReader.CountLeading(text[letters..]) : 0;
        return digits is > 1 and < 8 ? letters + digits : 0;
    }
}
