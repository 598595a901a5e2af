using System.Buffers;
using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>What tools write to a console: the program's name, a level, message.</summary>
/// <remarks>
/// Source: GNU Coding Standards, "Formatting Error Messages"; npm, "Logging"; nginx before its log is open; Python documentation,
/// <c>warnings.formatwarning</c>.
/// </remarks>
internal sealed class ToolFormat() : LogFormat(
    "tool",
    "Tools at a console: program, level, message (GCC, ld, npm, nginx, Python's warnings)",
    "ld: warning: orders.o: missing .note.GNU-stack section")
{
    /// <summary>The format, for what contains lines of it.</summary>
    public static readonly ToolFormat Instance = new();

    private const int MaxProgramLength = 200;

    private static readonly SearchValues<byte> ProgramBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-+./\\"u8);

    private static readonly WordTable<LogLevel> Levels = new(
        (LogLevel.Debug, "debug"),
        (LogLevel.Information, "info"),
        (LogLevel.Notice, "note notice"),
        (LogLevel.Warning, "warning warn"),
        (LogLevel.Error, "error err err! severe"),
        (LogLevel.Critical, "critical fatal crit alert emerg panic"));

    private static ReadOnlySpan<byte> Npm => "npm "u8;

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.IndentedLines;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Letters + "/.";

    /// <inheritdoc/>
    internal override bool MayBegin(LineBeginning beginning) => beginning != LineBeginning.PlainLabel;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        bool isNpm = line.StartsWith(Npm);
        int colon = isNpm ? 0 : line[..Math.Min(line.Length, MaxProgramLength)].IndexOf(": "u8);
        int start = isNpm ? Npm.Length : colon + 2;
        if (colon < 0 || start >= line.Length)
        {
            return false;
        }

        bool isBracketed = line[start] == '[';
        int level = isBracketed ? start + 1 : start;
        level = line[level..].StartsWith("fatal error:"u8) ? level + "fatal ".Length : level;
        int length = line[level..].IndexOfAny(": ]"u8);
        int end = level + length;
        if (length <= 0 || !(isNpm || line[end] == (isBracketed ? ']' : ':')))
        {
            return false;
        }

        // The level first: few words behind a colon are one, and most lines have a program before theirs.
        bool isPython = IsPythonFile(line[..colon]);
        if (!TryFindLevel(line[level..end], isPython, out LogLevel found) || !(isNpm || isPython || IsProgram(line[..colon])))
        {
            return false;
        }

        fields = default;
        fields.HasLevel = true;
        fields.Level = found;
        int blanks = line[(end + 1)..].IndexOfAnyExcept((byte)' ');
        fields.Message = ByteRange.Between(blanks < 0 ? line.Length : end + 1 + blanks, line.Length);
        return true;
    }

    /// <summary>A word that names a program, but neither a level nor an exception, of which the message follows.</summary>
    private static bool IsProgram(ReadOnlySpan<byte> name)
    {
        bool isPath = name.IndexOfAny((byte)'/', (byte)'\\') >= 0;
        return !name.IsEmpty && !name.ContainsAnyExcept(ProgramBytes) && (isPath || !name.Contains((byte)'.')) && !LevelNames.TryParse(name, out _)
            && !ExceptionNames.MatchesQualified(name);
    }

    /// <summary><c>/srv/shop/pay.py:12</c>.</summary>
    private static bool IsPythonFile(ReadOnlySpan<byte> place)
    {
        int mark = place.LastIndexOf(".py:"u8);
        return mark > 0 && DigitReader.IsNumber(place[(mark + ".py:".Length)..]);
    }

    /// <summary>A level, or behind a file of Python the class of a warning: <c>DeprecationWarning</c>.</summary>
    private static bool TryFindLevel(ReadOnlySpan<byte> word, bool isPython, out LogLevel level)
    {
        if (!isPython)
        {
            return Levels.TryFind(word, out level);
        }

        level = LogLevel.Warning;
        return word.EndsWith("Warning"u8);
    }
}
