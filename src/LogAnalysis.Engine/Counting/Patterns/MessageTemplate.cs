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
    /// <param name="masks">What is a value besides; null for nothing. Neither requests nor templates of the writer are looked at.</param>
    public static string Apply(in LogLine line, MessageValues? values = null, MessageMasks? masks = null)
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
            : fields.DoublesQuotes || fields.HasMarkup || (fields.HasEscapes && fields.Message.Of(line.Plain).Contains((byte)'\\')) ? Apply(Encoding.UTF8.GetBytes(line.DecodeWrittenMessage()), values, known, masks)
            : Apply(fields.Message.IsEmpty ? line.Plain : fields.Message.Of(line.Plain), values, known, masks);
    }

    /// <summary>The words of a message with wildcards for values.</summary>
    /// <param name="message">The message in UTF-8. Only its first line counts.</param>
    /// <param name="values">Receives the values; null where they are not asked for.</param>
    /// <param name="known">The templates that are known already; null for none.</param>
    /// <param name="masks">What is a value besides; null for nothing.</param>
    public static string Apply(ReadOnlySpan<byte> message, MessageValues? values = null, TemplateCache? known = null, MessageMasks? masks = null)
    {
        message = FirstLine(message, out bool isWhole);
        if (masks is not null && ApplyMasks(message, isWhole, values, known, masks) is string masked)
        {
            return masked;
        }

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
    /// <param name="text">The text.</param>
    /// <param name="masks">Masks whose places may be written in it; null for none.</param>
    public static string OfPattern(string text, MessageMasks? masks = null) =>
        PatternToken.IsTemplate(text) || text == PatternTable.Others ? text
        : Apply(Encoding.UTF8.GetBytes(text.Replace(PatternToken.Joint.ToString(), string.Empty, StringComparison.Ordinal)), masks: masks);

    /// <summary>
    /// The words of a message in which masks find a value; null for others, which are as they are without masks. Such a message is not remembered by its shape: a mask may tell digits
    /// apart.
    /// </summary>
    private static string? ApplyMasks(ReadOnlySpan<byte> message, bool isWhole, MessageValues? values, TemplateCache? known, MessageMasks masks)
    {
        Span<MessagePart> masked = stackalloc MessagePart[MaxParts];
        int found = masks.Find(message, masked);
        if (found == 0)
        {
            return null;
        }

        Span<MessagePart> parts = stackalloc MessagePart[MaxParts];
        int count = MessageScanner.Scan(message, masked[..found], parts);
        values?.Set(message, parts[..count], masks);
        return TemplateWriter.Write(message, parts[..count], isWhole && count < MaxParts, known);
    }

    private static ReadOnlySpan<byte> FirstLine(ReadOnlySpan<byte> message, out bool isWhole)
    {
        message = message.TrimStart(" \t\r\n"u8);
        int end = message.IndexOf((byte)'\n');
        message = (end < 0 ? message : message[..end]).TrimEnd(" \t\r"u8);
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
