using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace LogAnalysis.Bench.Loading;

/// <summary>A line that tells which one of which file it is, and when it was written.</summary>
internal static class LoadLine
{
    private const int SequenceWidth = 10;
    private const int TimeWidth = 16;
    private const string Template = "2025-01-24 07:00:30.000 INFO order accepted file=000 at=0000000000000000 sequence=0000000000\n";
    private static readonly int FilePlace = Template.IndexOf("000 at=", StringComparison.Ordinal);
    private static readonly int TimePlace = Template.IndexOf("0000000000000000 ", StringComparison.Ordinal);
    private static readonly int SequencePlace = Template.Length - 1 - SequenceWidth;

    /// <summary>How long each is, in bytes.</summary>
    public static int Length => Template.Length;

    /// <summary>Microseconds of a clock that all processes share.</summary>
    public static long Now => (DateTime.UtcNow - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    /// <summary>Writes lines, one after another.</summary>
    public static void Fill(Span<byte> block, int file, long firstSequence, long time)
    {
        for (long sequence = firstSequence; block.Length > 0; block = block[Length..], sequence++)
        {
            Encoding.ASCII.GetBytes(Template, block);
            Utf8Formatter.TryFormat(file, block[FilePlace..], out _, new('D', 3));
            Utf8Formatter.TryFormat(time, block[TimePlace..], out _, new('D', TimeWidth));
            Utf8Formatter.TryFormat(sequence, block[SequencePlace..], out _, new('D', SequenceWidth));
        }
    }

    /// <summary>Reads a line.</summary>
    public static (int File, long Sequence, long Time) Parse(ReadOnlySpan<char> line) => (
        int.Parse(line.Slice(FilePlace, 3), CultureInfo.InvariantCulture),
        long.Parse(line.Slice(SequencePlace, SequenceWidth), CultureInfo.InvariantCulture),
        long.Parse(line.Slice(TimePlace, TimeWidth), CultureInfo.InvariantCulture));
}
