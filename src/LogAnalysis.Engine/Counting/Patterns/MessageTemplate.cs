using System.Text;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Counting;

/// <summary>
/// Replaces by a wildcard what is a value by its looks: numbers with their units, ids, addresses, dates, paths, URLs, quoted text.
/// What is left is the same for most messages of one kind.
/// </summary>
/// <remarks>That masking alone goes a long way is reported by arXiv 2412.05254.</remarks>
internal static class MessageTemplate
{
    /// <summary>Bytes of a message beyond this length are ignored.</summary>
    public const int MaxLength = 1024;

    /// <summary>The words of an entry's message with wildcards for values; of a line that only reports a response, the request and its status.</summary>
    /// <param name="line">The entry.</param>
    /// <param name="requests">The masks of requests that are known already.</param>
    public static string Apply(in LogLine line, RequestTemplateCache requests)
    {
        ref readonly LineFields fields = ref line.Fields;
        HttpRequest request = HttpRequest.Of(in line);
        bool isRequest = fields.Status > 0 && !request.Url.IsEmpty && (fields.Message.IsEmpty || fields.Message == fields.Request);
        return isRequest
            ? requests.Apply(request.Method.Of(line.Plain), request.Url.Of(line.Plain), fields.Status)
            : fields.HasEscapes || fields.DoublesQuotes || fields.HasMarkup ? Apply(Encoding.UTF8.GetBytes(line.DecodeWrittenMessage()))
            : Apply(fields.Message.IsEmpty ? line.Plain : fields.Message.Of(line.Plain));
    }

    /// <summary>The words of a message with wildcards for values.</summary>
    /// <param name="message">The message in UTF-8. Only its first line counts.</param>
    public static string Apply(ReadOnlySpan<byte> message)
    {
        message = message.TrimStart(" \t\r\n"u8);
        int end = message.IndexOf((byte)'\n');
        message = end < 0 ? message : message[..end];
        if (message.Length > MaxLength)
        {
            // A word that is cut does not look like what it is.
            int space = message[..MaxLength].LastIndexOf((byte)' ');
            message = message[..(space > 0 ? space : Utf8Boundary.AtOrBefore(message, MaxLength))];
        }

        // No larger than it needs to be, since it is cleared first.
        var writer = new TemplateWriter(stackalloc byte[TemplateWriter.SizeFor(message.Length)]);
        int position = 0;
        while (position < message.Length && !writer.IsFull)
        {
            int length = IsSpace(message[position]) ? 1 : WriteWord(message, position, ref writer);
            writer.EndToken(PatternToken.Space);
            position += length;
        }

        return Encoding.UTF8.GetString(writer.Complete());
    }

    /// <summary>Writes what is up to the next space, quoted text as a whole.</summary>
    private static int WriteWord(ReadOnlySpan<byte> message, int start, ref TemplateWriter writer)
    {
        int position = start;
        bool isValue = false;
        while (position < message.Length && !IsSpace(message[position]) && !writer.IsFull)
        {
            ReadOnlySpan<byte> rest = message[position..];
            int length = ValueShape.Measure(message, position, isWordStart: position == start);
            if (length > 0)
            {
                writer.AddWildcard();
                isValue = false;
            }
            else if (ValueShape.CountDelimiters(rest) is int delimiters and > 0)
            {
                length = delimiters;
                writer.Add(rest[0] == '.' ? "..."u8 : rest[..length]);
                isValue = rest[length - 1] == '=';
                if (isValue && length < rest.Length && !IsSpace(rest[length]))
                {
                    writer.EndToken(PatternToken.Joint);
                }
            }
            else
            {
                length = ValueShape.CountWord(rest);
                if (ValueShape.LooksVariable(rest[..length], isValue))
                {
                    length += ValueShape.MeasureUnit(rest[..length], rest[length..]);
                    writer.AddWildcard();
                }
                else
                {
                    writer.Add(rest[..length]);
                }

                isValue = false;
            }

            position += length;
        }

        return position - start;
    }

    private static bool IsSpace(byte value) => value is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';
}
