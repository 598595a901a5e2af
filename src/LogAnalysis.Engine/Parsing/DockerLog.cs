using System.Text.Json;
using LogAnalysis.Fields;
using LogAnalysis.Text;

namespace LogAnalysis.Parsing;

/// <summary>
/// Takes lines out of the JSON in which Docker's json-file driver wraps them: <c>{"log":"line\n","stream":"stdout","time":"..."}</c>.
/// What the program wrote is a line of any format.
/// </summary>
/// <remarks>Source: Docker documentation, "JSON File logging driver".</remarks>
internal sealed class DockerLog
{
    private byte[] _buffer = [];

    private static ReadOnlySpan<byte> Beginning => "{\"log\":\""u8;

    /// <summary>Takes the line out of its wrapping.</summary>
    /// <param name="wrapped">A line as Docker wrote it.</param>
    /// <param name="line">Receives the program's line, and after it, as a range of its own, Docker's time; valid until the next call.</param>
    /// <returns>Whether the line was wrapped so.</returns>
    public bool TryUnwrap(ReadOnlySpan<byte> wrapped, out DockerLine line)
    {
        line = default;
        return wrapped.StartsWith(Beginning) && TryDecode(wrapped, out line);
    }

    // Apart from the look at the beginning, which is all that most lines need.
    private bool TryDecode(ReadOnlySpan<byte> wrapped, out DockerLine line)
    {
        line = default;
        ByteRange log = default;
        ByteRange time = default;
        bool hasStream = false;
        var members = new JsonMembers(wrapped, new ByteRange(0, wrapped.Length));
        while (members.MoveNext())
        {
            ReadOnlySpan<byte> name = members.Name.Of(wrapped);
            bool isString = members.Kind == JsonKind.String;
            log = log.IsEmpty && isString && name.SequenceEqual("log"u8) ? members.Value : log;
            time = isString && name.SequenceEqual("time"u8) ? members.Value : time;
            hasStream |= isString && name.SequenceEqual("stream"u8);
        }

        if (members.IsBroken || !hasStream || time.IsEmpty)
        {
            return false;
        }

        if (_buffer.Length < wrapped.Length)
        {
            _buffer = new byte[wrapped.Length];
        }

        int length = Decode(wrapped, log);
        if (length < 0)
        {
            return false;
        }

        bool isWhole = length > 0 && _buffer[length - 1] == '\n';
        ReadOnlySpan<byte> text = _buffer.AsSpan(0, length).TrimEnd("\r\n"u8);
        time.Of(wrapped).CopyTo(_buffer.AsSpan(text.Length));
        line = new DockerLine(_buffer.AsSpan(0, text.Length + time.Length), text.Length, isPartial: !isWhole);
        return true;
    }

    /// <summary>Resolves the escapes; -1 where they are malformed.</summary>
    private int Decode(ReadOnlySpan<byte> wrapped, ByteRange log)
    {
        ReadOnlySpan<byte> text = log.Of(wrapped);
        if (!text.Contains((byte)'\\'))
        {
            text.CopyTo(_buffer);
            return text.Length;
        }

        try
        {
            var reader = new Utf8JsonReader(wrapped.Slice(log.Start - 1, log.Length + 2));
            reader.Read();
            return reader.CopyString(_buffer);
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return -1;
        }
    }
}
