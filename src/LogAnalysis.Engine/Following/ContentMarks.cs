using LogAnalysis.Files;

namespace LogAnalysis.Following;

/// <summary>
/// Hashes of what a file held at some places, denser near its beginning: eight for each doubling of the length. By them a shorter file is
/// recognised as its copy when the file itself was overwritten, or as one that only begins alike.
/// </summary>
internal sealed class ContentMarks
{
    private const int PerOctave = 8;

    private readonly List<(long Offset, ulong Hash)> _marks = [];

    /// <summary>These bytes have been read.</summary>
    /// <param name="bytes">The bytes, and some that were read before.</param>
    /// <param name="offset">Where they begin.</param>
    /// <param name="from">Where the new ones begin.</param>
    public void Add(ReadOnlySpan<byte> bytes, long offset, long from)
    {
        for (long mark = Next(from); mark <= offset + bytes.Length; mark = Next(mark))
        {
            if (mark - Fingerprint.MaxTail >= offset)
            {
                _marks.Add((mark, Fingerprint.HashOf(bytes.Slice((int)(mark - Fingerprint.MaxTail - offset), Fingerprint.MaxTail))));
            }
        }
    }

    /// <summary>Whether a shorter file holds what this one held, as far as the last mark within it tells; null where there is none.</summary>
    /// <exception cref="IOException">Reading failed.</exception>
    public bool? AreIn(LogContent content)
    {
        long length = content.Length;
        (long offset, ulong hash) = _marks.FindLast(mark => mark.Offset <= length);
        if (offset == 0)
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[Fingerprint.MaxTail];
        return content.Read(bytes, offset - bytes.Length) == bytes.Length && Fingerprint.HashOf(bytes) == hash;
    }

    private static long Next(long offset)
    {
        if (offset < Fingerprint.MaxTail)
        {
            return Fingerprint.MaxTail;
        }

        long step = (1L << (63 - (int)long.LeadingZeroCount(offset))) / PerOctave;
        return (offset / step * step) + step;
    }
}
