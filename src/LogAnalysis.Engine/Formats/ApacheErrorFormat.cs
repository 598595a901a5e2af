using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>The error log of Apache HTTP Server: time, then level, in brackets.</summary>
/// <remarks>Source: Apache HTTP Server, <c>core</c>, directive <c>ErrorLogFormat</c>, the formats of 2.2 and 2.4.</remarks>
internal sealed class ApacheErrorFormat() : LogFormat(
    "apache-error",
    "Apache HTTP Server error log",
    "[Fri Jan 24 07:00:30.139022 2025] [core:error] [pid 35708:tid 4328] [client 192.0.2.7:51210] File does not exist: /srv/x")
{
    /// <inheritdoc/>
    internal override string FirstBytes => "[";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int close = line[0] == '[' ? line.IndexOf("] ["u8) : -1;
        if (close < 2 || !char.IsAsciiLetter((char)line[1]) || CalendarTimestamp.Match(line[1..close]) != close - 1)
        {
            return false;
        }

        int start = close + "] [".Length;
        int length = line[start..].IndexOf((byte)']');
        ReadOnlySpan<byte> level = length < 0 ? default : line.Slice(start, length);

        // Without a module, only a colon is before the level. An address of IPv6 has more colons.
        if (level.IsEmpty || level.Count((byte)':') > 1)
        {
            return false;
        }

        fields = default;
        fields.Timestamp = ByteRange.Between(1, close);
        fields.HasLevel = LevelNames.TryParse(level[(level.LastIndexOf((byte)':') + 1)..], out fields.Level);
        int message = start + length + 1;
        while (line[message..].StartsWith(" ["u8) && line[message..].IndexOf((byte)']') is > 0 and int end)
        {
            message += end + 1;
        }

        fields.Message = ByteRange.Between(Math.Min(message + 1, line.Length), line.Length);
        return true;
    }

    /// <inheritdoc/>
    internal override bool ReadFields(ReadOnlySpan<byte> line, in LineFields fields, FieldSink sink)
    {
        int at = fields.Timestamp.End + 1;
        while (at < fields.Message.Start && line[at..].IndexOf((byte)'[') is >= 0 and int open && line[at..].IndexOf((byte)']') is int close && close > open)
        {
            ReadGroup(line[(at + open + 1)..(at + close)], sink);
            at += close + 1;
        }

        return true;
    }

    /// <summary><c>core:error</c>, <c>pid 35708:tid 4328</c>, <c>client 192.0.2.7:51210</c>.</summary>
    private static void ReadGroup(ReadOnlySpan<byte> group, FieldSink sink)
    {
        int thread = group.IndexOf(":tid "u8);
        if (group.StartsWith("pid "u8))
        {
            sink.AddKnown("ProcessId"u8, group["pid ".Length..(thread < 0 ? group.Length : thread)]);
            sink.AddKnown("Thread"u8, thread < 0 ? default : group[(thread + ":tid ".Length)..]);
        }
        else if (group.StartsWith("client "u8))
        {
            ReadOnlySpan<byte> client = group["client ".Length..];
            sink.AddKnown("Client"u8, ClientAddress.WithoutPortIfAny(client, new ByteRange(0, client.Length)).Of(client));
        }
        else if (group.IndexOf((byte)':') is > 0 and int colon && LevelNames.TryParse(group[(colon + 1)..], out _))
        {
            sink.AddKnown("Logger"u8, group[..colon]);
        }
    }
}
