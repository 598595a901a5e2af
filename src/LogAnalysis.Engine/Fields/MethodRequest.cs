using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Fields;

/// <summary>Messages that begin with the method of a request, and have its status behind the URL.</summary>
/// <remarks>Source: the formats dev and tiny of morgan; Koa's logger; Next.js; Django Channels.</remarks>
internal static class MethodRequest
{
    /// <summary>Looks for a status.</summary>
    public static bool TryFind(ReadOnlySpan<byte> line, int start, int end, ref LineFields fields)
    {
        var words = new WordReader(line[..end], start);
        ByteRange method = words.Next();
        ByteRange url = words.Next();
        ByteRange status = words.Next();
        if (status.Of(line).StartsWith("HTTP/"u8))
        {
            return ResponseText.TryRead(line, status.End, end, ref fields) && Take(method, url, ref fields);
        }

        return StatusCode.TryRead(status.Of(line), out fields.Status) && Take(method, url, ref fields)
            && (TryUnits(line, words, ref fields) || TryMorgan(line, words, ref fields) || TryTagged(line[..start], status.End == end, ref fields));
    }

    /// <summary>Behind a tag that names the client, as Zoraxy writes it, nothing needs to follow the status: <c>[client: 192.0.2.7] GET /x 404</c>.</summary>
    private static bool TryTagged(ReadOnlySpan<byte> before, bool isEnd, ref LineFields fields)
    {
        int tag = isEnd ? before.LastIndexOf("[client: "u8) : -1;
        int client = tag + "[client: ".Length;
        int length = tag < 0 ? -1 : before[client..].IndexOf((byte)']');
        bool isTag = length > 0 && ClientAddress.IsAddress(before.Slice(client, length));
        fields.Client = isTag ? ClientAddress.WithoutPortIfAny(before, new ByteRange(client, length)) : fields.Client;
        return isTag;
    }

    private static bool Take(ByteRange method, ByteRange url, ref LineFields fields)
    {
        fields.Method = method;
        fields.Url = url;
        return true;
    }

    /// <summary>Koa's <c>12ms 512b</c>, the <c>in 12ms</c> of Next.js, and the <c>[0.02, 192.0.2.7:51210]</c> of Django Channels.</summary>
    private static bool TryUnits(ReadOnlySpan<byte> line, WordReader words, ref LineFields fields)
    {
        ByteRange duration = words.Next();
        if (duration.Of(line) is [(byte)'[', .., (byte)','])
        {
            fields.Duration = new ByteRange(duration.Start + 1, duration.Length - 2);
            fields.DurationUnit = DurationUnit.Seconds;
            ByteRange client = words.Next();
            fields.Client = client.Length > 1 ? ClientAddress.WithoutPortIfAny(line, new ByteRange(client.Start, client.Length - 1)) : default;
            return DigitReader.IsDecimal(fields.Duration.Of(line));
        }

        duration = duration.Of(line).SequenceEqual("in"u8) ? words.Next() : duration;
        ReadOnlySpan<byte> text = duration.Of(line);
        bool hasUnit = text.Length > 1 && char.IsAsciiDigit((char)text[0]) && text[^1] == 's' && DurationText.Read(text, DurationUnit.Seconds) is not null;
        fields.Duration = hasUnit ? duration : default;
        return hasUnit;
    }

    /// <summary><c>12.345 ms - 123</c>, or tiny: <c>123 - 12.345 ms</c>.</summary>
    private static bool TryMorgan(ReadOnlySpan<byte> line, WordReader words, ref LineFields fields)
    {
        ByteRange number = words.Next();
        ByteRange mark = words.Next();
        ByteRange last = words.Next();
        bool isNumber = number.Of(line).SequenceEqual("-"u8) || DigitReader.IsDecimal(number.Of(line));
        bool timeFirst = mark.Of(line).SequenceEqual("ms"u8);
        if (!isNumber || (!timeFirst && !mark.Of(line).SequenceEqual("-"u8)))
        {
            return false;
        }

        ByteRange duration = timeFirst ? number : last;
        ByteRange size = timeFirst ? words.Next() : number;
        fields.Bytes = DigitReader.IsNumber(size.Of(line)) ? size : default;
        fields.Duration = DigitReader.IsDecimal(duration.Of(line)) ? duration : default;
        fields.DurationUnit = DurationUnit.Milliseconds;
        return true;
    }
}
