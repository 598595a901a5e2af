using System.Text;

namespace LogAnalysis.Tests.Fuzzing.Hostile;

/// <summary>A log that somebody writes to bring its reader down, of any size.</summary>
/// <param name="name">What it is made of.</param>
/// <param name="write">Writes that number of bytes of it, or a few more.</param>
internal sealed class HostileLog(string name, Action<Stream, long> write)
{
    private const int MaxLineLength = 1_000_000;

    /// <summary>What it is made of.</summary>
    public string Name => name;

    /// <summary>A single line of one piece again and again; a reader gives up the rest behind a megabyte.</summary>
    public static HostileLog OfOneLine(string before, string piece) =>
        new($"one line: {Show(before, piece)}", (output, size) => WriteLine(output, before, piece, size));

    /// <summary>Lines of a megabyte, or of the whole size where that is less, each of one piece again and again.</summary>
    public static HostileLog OfLongLines(string before, string piece, string after = "") => new($"lines of 1 MB: {Show(before, piece)}", (output, size) =>
    {
        for (long written = 0; written < size; written += MaxLineLength)
        {
            WriteLine(output, before, piece, Math.Min(MaxLineLength, size - written) - after.Length, after);
        }
    });

    /// <summary>Lines that differ by a number.</summary>
    /// <param name="what">What they are.</param>
    /// <param name="lineOf">The line of a number, without its end.</param>
    public static HostileLog OfLines(string what, Func<int, string> lineOf) => new(what, (output, size) =>
    {
        long written = 0;
        for (int i = 0; written < size; i++)
        {
            byte[] line = Encoding.Latin1.GetBytes(lineOf(i) + "\n");
            output.Write(line);
            written += line.Length;
        }
    });

    /// <summary>Writes a file of it.</summary>
    public void WriteTo(string path, long size)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1 << 16);
        write(file, size);
    }

    /// <inheritdoc/>
    public override string ToString() => name;

    private static void WriteLine(Stream output, string before, string piece, long size, string after = "")
    {
        output.Write(Encoding.Latin1.GetBytes(before));
        byte[] block = Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat(piece, Math.Max(1, 4096 / piece.Length))));
        for (long written = before.Length; written < size; written += block.Length)
        {
            output.Write(block);
        }

        output.Write(Encoding.Latin1.GetBytes(after + "\n"));
    }

    private static string Show(string before, string piece)
    {
        string text = (before.Length > 24 ? before[..21] + "..." : before) + piece + piece + "...";
        return string.Concat(text.Select(c => c is < ' ' or > '~' ? $"\\x{(int)c:x2}" : c.ToString()));
    }
}
