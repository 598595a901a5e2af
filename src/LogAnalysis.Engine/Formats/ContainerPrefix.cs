using LogAnalysis.Formats.Fields;

namespace LogAnalysis.Formats;

/// <summary>
/// The name of a container before each line: <c>web-1  | message</c> by Docker Compose, <c>[pod/web-5d8f/app] message</c> by
/// <c>kubectl logs --prefix</c>.
/// </summary>
internal static class ContainerPrefix
{
    /// <summary>The length of the prefix; 0 where there is none.</summary>
    public static int Match(ReadOnlySpan<byte> line)
    {
        if (line.StartsWith("[pod/"u8) && line.IndexOf("] "u8) is > 0 and int close)
        {
            return close + 2;
        }

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
