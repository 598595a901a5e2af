namespace LogAnalysis.Parsing;

/// <summary>Finds the first line of a text that certainly begins an entry: reading can begin there, whatever is before.</summary>
internal static class EntryStart
{
    /// <summary>Where that line begins. The first line of the text may be cut, and does not count.</summary>
    /// <param name="text">The text.</param>
    /// <param name="starts">Whether a line begins one.</param>
    /// <param name="maxTried">How many lines to look at: in some logs none certainly begins an entry.</param>
    /// <returns>Negative where there is none.</returns>
    public static int Find(ReadOnlySpan<byte> text, LineTest starts, int maxTried)
    {
        int start = text.IndexOf((byte)'\n') + 1;
        for (int tried = 0; start > 0 && tried < maxTried; tried++)
        {
            int length = text[start..].IndexOf((byte)'\n');
            if (length < 0)
            {
                break;
            }

            ReadOnlySpan<byte> line = text.Slice(start, length);
            line = line is [.., (byte)'\r'] ? line[..^1] : line;

            // What has NUL bytes may be damage, which depends on what is before it.
            if (line.Length <= LineSplitter.DefaultMaxLineLength && !line.Contains((byte)0) && starts(line))
            {
                return start;
            }

            start += length + 1;
        }

        return -1;
    }
}
