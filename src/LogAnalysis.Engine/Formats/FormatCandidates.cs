using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>The formats that a line may have, by its first byte and its marks: most are ruled out without being tried.</summary>
/// <param name="formats">The formats, in the order in which they are tried.</param>
internal sealed class FormatCandidates(IReadOnlyList<LogFormat> formats)
{
    /// <summary>By first byte, and there by the set of marks; those that were asked for once.</summary>
    private readonly LogFormat[]?[]?[] _known = new LogFormat[byte.MaxValue + 1][][];

    /// <summary>The formats that a line may have, which is not empty.</summary>
    public ReadOnlySpan<LogFormat> Of(ReadOnlySpan<byte> line)
    {
        byte marks = LineMarks.Of(line);
        return _known[line[0]]?[marks] ?? Find(line[0], marks);
    }

    // Threads that look for the same find the same.
    private LogFormat[] Find(byte first, byte marks)
    {
        LogFormat[]?[] ofByte = _known[first] ??= new LogFormat[byte.MaxValue + 1][];
        return ofByte[marks] ??= [.. formats.Where(format => MayHave(format, first, marks))];
    }

    private static bool MayHave(LogFormat format, byte first, byte marks)
    {
        byte needed = LineMarks.SetOf(format.NeededMarks);
        return format.FirstBytes?.Contains((char)first) != false && (marks & needed) == needed;
    }
}
