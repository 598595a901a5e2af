using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Parsing;

/// <summary>Names what container runtimes say of a line.</summary>
internal static class RuntimeFields
{
    private static ReadOnlySpan<byte> Pod => "[pod/"u8;

    /// <summary>Reads what is beside the program's line in a record of Docker's: <c>"stream": "stderr"</c>.</summary>
    public static void ReadRecord(in LogLine line, FieldSink sink)
    {
        if (line.Text.Length == line.Plain.Length || !line.Text.StartsWith("{\""u8))
        {
            return;
        }

        var members = new JsonMembers(line.Text, new ByteRange(0, line.Text.Length));
        while (members.MoveNext())
        {
            ReadOnlySpan<byte> name = members.Name.Of(line.Text);
            if (!name.SequenceEqual("log"u8) && !name.SequenceEqual("time"u8))
            {
                sink.Add(name, members.Value.Of(line.Text), members.Syntax);
            }
        }
    }

    /// <summary>Reads the name of a container before a line, and the stream that it was written to.</summary>
    /// <returns>Where the line of the program begins.</returns>
    public static int ReadPrefix(ReadOnlySpan<byte> line, in LineFields fields, FieldSink sink)
    {
        LinePrefix prefix = LinePrefix.Match(line);
        if (prefix.Length == 0 || !IsOutside(in fields, in prefix))
        {
            return 0;
        }

        ReadContainer(prefix.Container.Of(line), sink);
        ReadOnlySpan<byte> behind = line[prefix.Timestamp.End..prefix.Length];
        if (behind.StartsWith(" std"u8))
        {
            sink.Add("Stream"u8, behind.Slice(1, "stdout".Length));
        }

        return prefix.Length;
    }

    /// <summary>Whether no field of the entry is in what looks like a prefix, but for the time.</summary>
    private static bool IsOutside(in LineFields fields, in LinePrefix prefix)
    {
        for (FieldKind kind = FieldKind.Message; kind < FieldKind.Level; kind++)
        {
            if (!fields[kind].IsEmpty && fields[kind].Start < prefix.Length)
            {
                return false;
            }
        }

        return fields.Timestamp.IsEmpty || fields.Timestamp.Start >= prefix.Length || fields.Timestamp == prefix.Timestamp;
    }

    /// <summary><c>web-1  | </c>, <c>[pod/web-5d8f/app] </c>.</summary>
    private static void ReadContainer(ReadOnlySpan<byte> text, FieldSink sink)
    {
        ReadOnlySpan<byte> name = text.Trim(" |[]:"u8);
        if (text.StartsWith(Pod) && name.LastIndexOf((byte)'/') is > 0 and int slash && slash >= Pod.Length - 1)
        {
            sink.AddKnown("Pod"u8, name[(Pod.Length - 1)..slash]);
            name = name[(slash + 1)..];
        }

        sink.AddKnown("Container"u8, name);
    }
}
