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

    /// <summary>Words and values of a message beyond this number are ignored.</summary>
    public const int MaxParts = 64;

    /// <summary>The words of an entry's message with wildcards for values; of a line that only reports a response, the request and its status.</summary>
    /// <param name="line">The entry.</param>
    /// <param name="values">Receives the values; null where they are not asked for.</param>
    public static string Apply(in LogLine line, MessageValues? values = null)
    {
        TemplateCache known = TemplateCache.OfThread;
        ref readonly LineFields fields = ref line.Fields;
        HttpRequest request = HttpRequest.Of(in line);
        bool isRequest = fields.Status > 0 && !request.Url.IsEmpty && (fields.Message.IsEmpty || fields.Message == fields.Request);
        values?.Clear();
        if (!isRequest && WrittenTemplate.Find(in line, values) is string written)
        {
            return written;
        }

        return isRequest
            ? known.OfRequest(request.Method.Of(line.Plain), request.Url.Of(line.Plain), fields.Status)
            : fields.DoublesQuotes || fields.HasMarkup || (fields.HasEscapes && fields.Message.Of(line.Plain).Contains((byte)'\\')) ? Apply(Encoding.UTF8.GetBytes(line.DecodeWrittenMessage()), values, known)
            : Apply(fields.Message.IsEmpty ? line.Plain : fields.Message.Of(line.Plain), values, known);
    }

    /// <summary>The words of a message with wildcards for values.</summary>
    /// <param name="message">The message in UTF-8. Only its first line counts.</param>
    /// <param name="values">Receives the values; null where they are not asked for.</param>
    /// <param name="known">The templates that are known already; null for none.</param>
    public static string Apply(ReadOnlySpan<byte> message, MessageValues? values = null, TemplateCache? known = null)
    {
        message = FirstLine(message, out bool isWhole);
        if (known is not null && known.Shapes.TryFind(message, out ReadOnlySpan<MessagePart> found, out string template))
        {
            values?.Set(message, found);
            return template;
        }

        Span<MessagePart> parts = stackalloc MessagePart[MaxParts];
        int count = MessageScanner.Scan(message, parts);
        values?.Set(message, parts[..count]);
        template = TemplateWriter.Write(message, parts[..count], isWhole && count < MaxParts, known);
        known?.Shapes.Add(parts[..count], template);
        return template;
    }

    /// <summary>The pattern of a text that was one already: of a group that has only a name, or of a report of an older version.</summary>
    public static string OfPattern(string text) =>
        PatternToken.IsTemplate(text) || text == PatternTable.Others ? text
        : Apply(Encoding.UTF8.GetBytes(text.Replace(PatternToken.Joint.ToString(), string.Empty, StringComparison.Ordinal)));

    private static ReadOnlySpan<byte> FirstLine(ReadOnlySpan<byte> message, out bool isWhole)
    {
        message = message.TrimStart(" \t\r\n"u8);
        int end = message.IndexOf((byte)'\n');
        message = end < 0 ? message : message[..end];
        isWhole = message.Length <= MaxLength;
        if (isWhole)
        {
            return message;
        }

        // A word that is cut does not look like what it is.
        int space = message[..MaxLength].LastIndexOf((byte)' ');
        return message[..(space > 0 ? space : Utf8Boundary.AtOrBefore(message, MaxLength))];
    }
}
