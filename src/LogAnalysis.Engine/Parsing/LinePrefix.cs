using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Parsing;

/// <summary>What container runtimes put before each line. What follows is a line of its own.</summary>
/// <param name="Length">Its length; 0 if there is none.</param>
/// <param name="ContainerLength">How much of it, from the line's beginning, names the container; 0 if nothing does.</param>
/// <param name="Timestamp">The time at which the runtime took the line.</param>
/// <param name="IsPartial">Whether the runtime split a long line here: the next one goes on with it.</param>
internal readonly record struct LinePrefix(int Length, int ContainerLength, ByteRange Timestamp, bool IsPartial)
{
    private const int MaxFileNameLength = 200;

    /// <summary>The prefix of a line.</summary>
    public static LinePrefix Match(ReadOnlySpan<byte> line)
    {
        int container = ContainerPrefix.Match(line);
        if (container > 0)
        {
            return new LinePrefix(container, container, default, IsPartial: false);
        }

        int file = MatchFileName(line);
        if (file > 0)
        {
            return new LinePrefix(file, file, default, IsPartial: false);
        }

        // Most lines end here: a time of ISO 8601 has its T at the eleventh place.
        return line.Length > 30 && line[10] == 'T' ? MatchRuntimeInterface(line) : default;
    }

    /// <summary>The name of the file that a collected line is from, before a time: <c>nova-api.log.1 2025-01-24 07:00:30 ...</c>.</summary>
    private static int MatchFileName(ReadOnlySpan<byte> line)
    {
        if (line.IsEmpty || !char.IsAsciiLetter((char)line[0]))
        {
            return 0;
        }

        ReadOnlySpan<byte> near = line[..Math.Min(line.Length, MaxFileNameLength)];
        int dot = near.IndexOf(".log"u8);
        int length = dot < 0 ? -1 : near[dot..].IndexOfAny((byte)' ', (byte)':');
        int end = dot + length + 1;
        if (length < 0 || near[..dot].Contains((byte)' '))
        {
            return 0;
        }

        // The name may hold a colon itself, that of a time.
        int blank = line[dot..].IndexOf((byte)' ') + dot + 1;
        return IsoTimestamp.Match(line[end..]) > 0 ? end : blank > dot && IsoTimestamp.Match(line[blank..]) > 0 ? blank : 0;
    }

    /// <summary>Kubernetes' container runtime interface: <c>2025-01-24T07:00:30.139632Z stdout F message</c>.</summary>
    private static LinePrefix MatchRuntimeInterface(ReadOnlySpan<byte> line)
    {
        int time = IsoTimestamp.Match(line);
        ReadOnlySpan<byte> rest = line[time..];
        bool stream = time > 0 && (rest.StartsWith(" stdout "u8) || rest.StartsWith(" stderr "u8));
        int tag = time + " stdout ".Length;
        if (!stream || tag >= line.Length || line[tag] is not ((byte)'F' or (byte)'P') || (tag + 1 < line.Length && line[tag + 1] is not ((byte)' ' or (byte)':')))
        {
            return default;
        }

        int blank = line[tag..].IndexOf((byte)' ');
        int length = blank < 0 ? line.Length : tag + blank + 1;
        return new LinePrefix(length, 0, new ByteRange(0, time), line[tag] == 'P');
    }
}
