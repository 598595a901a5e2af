using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>The formats that a line may have, by its first byte, its marks and whether it begins as prose: most are ruled out without being tried.</summary>
/// <param name="formats">The formats, in the order in which they are tried.</param>
internal sealed class FormatCandidates(IReadOnlyList<LogFormat> formats)
{
    private const int ByteCount = byte.MaxValue + 1;

    /// <summary>By first byte, and there by the set of marks, twice; those that were asked for once.</summary>
    private readonly LogFormat[]?[]?[] _known = new LogFormat[ByteCount][][];

    /// <summary>The formats that a line may have, which is not empty.</summary>
    public ReadOnlySpan<LogFormat> Of(ReadOnlySpan<byte> line)
    {
        byte marks = LineMarks.Of(line);
        bool isProse = Prose.Begins(line, out _);
        return _known[line[0]]?[marks + (isProse ? ByteCount : 0)] ?? Find(line[0], marks, isProse);
    }

    // Threads that look for the same find the same.
    private LogFormat[] Find(byte first, byte marks, bool isProse)
    {
        LogFormat[]?[] ofByte = _known[first] ??= new LogFormat[2 * ByteCount][];
        return ofByte[marks + (isProse ? ByteCount : 0)] ??= [.. formats.Where(format => MayHave(format, first, marks) && (!isProse || format.MayBeginAsProse))];
    }

    private static bool MayHave(LogFormat format, byte first, byte marks)
    {
        byte needed = LineMarks.SetOf(format.NeededMarks);
        return format.FirstBytes?.Contains((char)first) != false && (marks & needed) == needed;
    }
}
