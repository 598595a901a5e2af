using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>ArcSight's Common Event Format, in which firewalls and other security products tell of events, mostly by syslog.</summary>
/// <remarks>Source: ArcSight Common Event Format, Implementation Standard, "Header Information" and "The Extension Field".</remarks>
internal sealed class CefFormat() : LogFormat(
    "cef",
    "Common Event Format (CEF) of security products",
    "CEF:0|Example|Gate|1.0|100|login failed|7|rt=Jan 24 2025 07:00:30 src=192.0.2.7 msg=the password is wrong")
{
    /// <summary>Vendor, product, version and the event's identifier are before its name.</summary>
    private const int FieldsBeforeName = 4;

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.None;

    /// <inheritdoc/>
    internal override string FirstBytes => "C";

    /// <inheritdoc/>
    internal override string NeededMarks => ":";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        var header = new BarredHeader(line);
        if (!header.TryBegin("CEF:"u8, FieldsBeforeName) || !header.TryRead(out ByteRange name) || !header.TryRead(out ByteRange severity))
        {
            return false;
        }

        fields = default;
        var found = new SecurityEvent(line, ref fields);
        found.TakeSeverity(severity);
        ReadExtension(line, header.Position, ref found);
        found.Complete(name);
        return true;
    }

    /// <summary>Reads <c>name=value</c> pairs. A value may hold spaces: it ends before the name of the next pair.</summary>
    private static void ReadExtension(ReadOnlySpan<byte> line, int start, ref SecurityEvent found)
    {
        int equals = FindEquals(line, start);
        while (equals < line.Length)
        {
            ReadOnlySpan<byte> before = line[start..equals];
            ReadOnlySpan<byte> name = before[(before.LastIndexOf((byte)' ') + 1)..];
            int value = equals + 1;
            int next = FindEquals(line, value);
            int blank = next < line.Length ? line[value..next].LastIndexOf((byte)' ') : next - value;
            int end = value + Math.Max(blank, 0);
            found.Take(name, ByteRange.Between(value, end));
            start = end;
            equals = next;
        }
    }

    /// <summary>The next equals sign that is not escaped; the end of the line if there is none.</summary>
    private static int FindEquals(ReadOnlySpan<byte> line, int from)
    {
        int next = from;
        while (next < line.Length && line[next..].IndexOf((byte)'=') is >= 0 and int found)
        {
            next += found;
            if (next == from || line[next - 1] != '\\')
            {
                return next;
            }

            next++;
        }

        return line.Length;
    }
}
