using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Parsing;

/// <summary>What container runtimes put before each line. What follows is a line of its own.</summary>
/// <param name="Length">Its length; 0 if there is none.</param>
/// <param name="Container">The part of it that names the container; empty if nothing does.</param>
/// <param name="Timestamp">The time at which the runtime took the line.</param>
/// <param name="IsPartial">Whether the runtime split a long line here: the next one goes on with it.</param>
/// <param name="MayBeOwn">Whether the program may have written it, rather than a runtime.</param>
internal readonly record struct LinePrefix(int Length, ByteRange Container, ByteRange Timestamp, bool IsPartial, bool MayBeOwn)
{
    private const int MaxResourceLength = 80;
    private const int MaxTimeLength = 40;
    private const int FractionStart = 20;

    /// <summary>The prefix of a line.</summary>
    public static LinePrefix Match(ReadOnlySpan<byte> line)
    {
        int container = ContainerPrefix.Match(line);
        if (container > 0)
        {
            return MatchRuntime(line, container) with { Container = new ByteRange(0, container) };
        }

        int numbered = MatchNumbered(line, out int time);
        if (numbered > 0)
        {
            return new LinePrefix(numbered, ByteRange.Between(time, numbered), new ByteRange(0, time - 1), IsPartial: false, MayBeOwn: false);
        }

        int found = FoundPrefix.Match(line, out ByteRange file);
        return found > 0 ? new LinePrefix(found, file, default, IsPartial: false, MayBeOwn: false) : MatchRuntime(line, 0);
    }

    /// <summary>What PM2 puts before each line where it is asked for times: <c>07:00:30 0|shop  | message</c>.</summary>
    private static int MatchNumbered(ReadOnlySpan<byte> line, out int name)
    {
        int bar = !line.IsEmpty && char.IsAsciiDigit((char)line[0]) ? line[..Math.Min(line.Length, MaxTimeLength)].IndexOf((byte)'|') : -1;
        int blank = bar < 0 ? -1 : line[..bar].LastIndexOf((byte)' ');
        name = blank + 1;
        int container = blank > 0 && LeadingTimestamp.Match(line, out _) == blank ? ContainerPrefix.Match(line[name..]) : 0;
        return container > bar - name ? name + container : 0;
    }

    /// <summary>What a runtime has put behind the name of the container.</summary>
    private static LinePrefix MatchRuntime(ReadOnlySpan<byte> line, int start)
    {
        // Most lines end here: a time of ISO 8601 has its T at the eleventh place.
        ReadOnlySpan<byte> own = line[start..];
        int time = own.Length > FractionStart && own[10] == 'T' ? IsoTimestamp.Match(own) : 0;
        LinePrefix prefix = time == 0 || (time < own.Length && own[time] != ' ') ? default
            : MatchRuntimeInterface(own, time) is { Length: > 0 } known ? known
            : MatchTime(own, time);
        return prefix with { Length = start + prefix.Length, Timestamp = prefix.Timestamp.Shift(start) };
    }

    /// <summary>Kubernetes' container runtime interface: <c>2025-01-24T07:00:30.139632Z stdout F message</c>.</summary>
    private static LinePrefix MatchRuntimeInterface(ReadOnlySpan<byte> line, int time)
    {
        ReadOnlySpan<byte> rest = line[time..];
        bool stream = rest.StartsWith(" stdout "u8) || rest.StartsWith(" stderr "u8);
        int tag = time + " stdout ".Length;
        if (!stream || tag >= line.Length || line[tag] is not ((byte)'F' or (byte)'P') || (tag + 1 < line.Length && line[tag + 1] is not ((byte)' ' or (byte)':')))
        {
            return default;
        }

        int blank = line[tag..].IndexOf((byte)' ');
        int length = blank < 0 ? line.Length : tag + blank + 1;
        return new LinePrefix(length, default, new ByteRange(0, time), line[tag] == 'P', MayBeOwn: false);
    }

    /// <summary>
    /// A time with nanoseconds, as <c>docker logs --timestamps</c>, <c>kubectl logs --timestamps</c> and Azure's App Service put it before each
    /// line; a time and the name of a resource in brackets, as .NET Aspire does.
    /// </summary>
    private static LinePrefix MatchTime(ReadOnlySpan<byte> line, int time)
    {
        var timestamp = new ByteRange(0, time);
        if (IsoTimestamp.HasNanoseconds(line))
        {
            return new LinePrefix(Math.Min(time + 1, line.Length), default, timestamp, IsPartial: false, MayBeOwn: true);
        }

        ReadOnlySpan<byte> near = line[time..Math.Min(line.Length, time + MaxResourceLength)];
        int close = line[time - 1] == 'Z' && near.StartsWith(" ["u8) ? near.IndexOf("] "u8) : -1;
        int length = time + close + "] ".Length;
        return close > 0 && MayBeginEntry(line[length..])
            ? new LinePrefix(length, ByteRange.Between(time + 1, length), timestamp, IsPartial: false, MayBeOwn: true)
            : default;
    }

    /// <summary>Whether a text may have a time of its own, or a level and category as .NET's console logger writes them, or may go on with an entry.</summary>
    private static bool MayBeginEntry(ReadOnlySpan<byte> text) =>
        text.Length > 4 && (text[0] is (byte)'[' or (byte)' ' or (byte)'\t' || char.IsAsciiDigit((char)text[0]) || text[4] == ':');
}
