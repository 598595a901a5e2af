using System.Text;

namespace LogAnalysis.Counting;

/// <summary>Writes the parts of a message as a pattern: words, places, and what is between them.</summary>
internal static class TemplateWriter
{
    /// <summary>This number of equal characters is as good as more: a line of dashes is not compared by its length.</summary>
    private const int MaxRepeated = 3;

    /// <summary>The pattern of a message of which the parts are known.</summary>
    /// <param name="message">The message.</param>
    /// <param name="parts">Its parts.</param>
    /// <param name="isWhole">Whether what is behind the last part belongs to it.</param>
    /// <param name="known">The patterns that are known already; null for none.</param>
    public static string Write(ReadOnlySpan<byte> message, ReadOnlySpan<MessagePart> parts, bool isWhole, TemplateCache? known = null)
    {
        // What is between parts does not grow, and a place may be of no bytes.
        int size = 2 + message.Length + (parts.Length * (PatternToken.Wildcard.Length + 2));
        byte[]? rented = size > 2048 ? System.Buffers.ArrayPool<byte>.Shared.Rent(size) : null;
        Span<byte> buffer = rented ?? stackalloc byte[2048];
        buffer[0] = (byte)PatternToken.MessageMark;
        int length = 1;
        int end = 0;
        foreach (MessagePart part in parts)
        {
            length += WriteGap(message[end..part.Start], buffer[length..], isFirst: end == 0);
            buffer[length++] = (byte)PatternToken.Joint;
            ReadOnlySpan<byte> word = part.IsPlace ? PatternToken.WildcardBytes : part.Of(message);
            word.CopyTo(buffer[length..]);
            length += word.Length;
            buffer[length++] = (byte)PatternToken.Joint;
            end = part.End;
        }

        length += isWhole ? WriteGap(message[end..].TrimEnd(" \t\r\n"u8), buffer[length..], isFirst: end == 0) : 0;
        string text = known is null ? Encoding.UTF8.GetString(buffer[..length]) : known.OfMessage(buffer[..length]);
        if (rented is not null)
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(rented);
        }

        return text;
    }

    /// <summary>Writes what is between two parts: several spaces are one.</summary>
    private static int WriteGap(ReadOnlySpan<byte> gap, Span<byte> buffer, bool isFirst)
    {
        if (gap is [(byte)' '] && !isFirst)
        {
            buffer[0] = (byte)' ';
            return 1;
        }

        int length = 0;
        foreach (byte value in gap)
        {
            byte shown = TextClasses.IsSpace(value) ? (byte)' ' : value;
            bool isRepeated = shown == ' ' ? length > 0 ? buffer[length - 1] == ' ' : isFirst
                : value < 0x80 && length >= MaxRepeated && buffer[..length].EndsWith([value, value, value]);
            if (!isRepeated)
            {
                buffer[length++] = shown;
            }
        }

        return length;
    }
}
