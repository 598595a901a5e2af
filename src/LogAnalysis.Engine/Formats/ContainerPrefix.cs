namespace LogAnalysis.Formats;

/// <summary>What Docker Compose puts before each line: the container's name, blanks, a bar. What follows is a line of its own.</summary>
internal static class ContainerPrefix
{
    /// <summary>The length of the prefix; 0 where there is none.</summary>
    public static int Match(ReadOnlySpan<byte> line)
    {
        int bar = line.IndexOf(" | "u8);
        ReadOnlySpan<byte> name = bar > 0 ? line[..bar].TrimEnd((byte)' ') : default;
        return !name.IsEmpty && char.IsAsciiLetterOrDigit((char)name[0]) && IsName(name) && HasLetter(name) ? bar + " | ".Length : 0;
    }

    private static bool IsName(ReadOnlySpan<byte> name)
    {
        foreach (byte b in name)
        {
            if (!char.IsAsciiLetterOrDigit((char)b) && b is not ((byte)'-' or (byte)'_' or (byte)'.'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A date alone is no name.</summary>
    private static bool HasLetter(ReadOnlySpan<byte> name) => name.IndexOfAny(LetterBytes.All) >= 0;
}
