using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>Names the members of a JSON object.</summary>
internal static class JsonFields
{
    /// <summary>Passes the members of an object to a sink.</summary>
    /// <param name="text">A text that begins with the object.</param>
    /// <param name="sink">Takes them.</param>
    public static void Read(ReadOnlySpan<byte> text, FieldSink sink)
    {
        var members = new JsonMembers(text, new ByteRange(0, text.Length));
        while (!sink.IsComplete && members.MoveNext())
        {
            sink.Add(members.Name.Of(text), members.Value.Of(text), members.Syntax);
        }
    }

    /// <summary>Whether a text is one object and nothing else.</summary>
    public static bool IsObject(ReadOnlySpan<byte> text)
    {
        var members = new JsonMembers(text, new ByteRange(0, text.Length));
        while (members.MoveNext())
        {
        }

        return !members.IsBroken && text[members.End..].TrimStart((byte)' ').IsEmpty;
    }
}
