using System.Buffers;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Fields;

/// <summary>What is before the request in a line of an access log: a time and a client, among others, in any order.</summary>
internal static class AccessPrefix
{
    private const int MaxWords = 24;
    private const int MaxTimes = 24;

    private static readonly SearchValues<byte> BeforeTimes = SearchValues.Create("[\"|\t ="u8);

    private static ReadOnlySpan<byte> AroundWords => "[](),\"'"u8;

    /// <summary>Finds the time in a prefix.</summary>
    /// <returns>Where it is; empty if there is none.</returns>
    public static ByteRange FindTime(ReadOnlySpan<byte> prefix)
    {
        int at = 0;
        for (int i = 0; i < MaxTimes && at < prefix.Length; i++)
        {
            // A word of a date, or the middle of it, is no time by itself.
            int length = LeadingTimestamp.Match(prefix[at..], out bool hasDate);
            if (length > 0 && hasDate && (at + length == prefix.Length || !char.IsAsciiLetterOrDigit((char)prefix[at + length])))
            {
                return new ByteRange(at, length);
            }

            int next = prefix[at..].IndexOfAny(BeforeTimes);
            if (next < 0)
            {
                break;
            }

            at += next + 1;
        }

        return default;
    }

    /// <summary>Looks at the words of a prefix that are not its time.</summary>
    /// <param name="prefix">The prefix.</param>
    /// <param name="time">The time in it.</param>
    /// <param name="client">Receives the client: the first address, or else the first name of a host.</param>
    /// <returns>Whether it is the prefix of an access log: it has a client, or a dash in place of one, or nothing but the time; and no level.</returns>
    public static bool TryFindClient(ReadOnlySpan<byte> prefix, ByteRange time, out ByteRange client)
    {
        client = default;
        ByteRange name = default;
        bool hasDash = false;
        bool hasWords = false;
        int at = 0;
        for (int i = 0; i < MaxWords; i++)
        {
            ByteRange word = ResponseText.Next(prefix, at, prefix.Length);
            if (word.IsEmpty)
            {
                break;
            }

            at = word.End;
            if (word.End > time.Start && word.Start < time.End)
            {
                at = Math.Max(at, time.End);
                continue;
            }

            word = Trim(prefix, word);
            ReadOnlySpan<byte> text = word.Of(prefix);
            int colon = text.IndexOf((byte)':');
            if (LevelNames.TryParse(text, out _) || (colon > 0 && LevelNames.TryParseCapitals(text[..colon], out _)))
            {
                return false;
            }

            hasWords |= !text.IsEmpty;
            hasDash |= text is [(byte)'-'];
            client = client.IsEmpty && ClientAddress.IsAddress(text) ? word : client;
            name = name.IsEmpty && ClientAddress.MayBeName(text) ? word : name;
        }

        client = client.Or(name);
        client = client.IsEmpty ? client : ClientAddress.WithoutPortIfAny(prefix, client);
        return hasDash || !hasWords || !client.IsEmpty;
    }

    /// <summary>The word without the quotes, commas and brackets around it. Brackets belong to an address with a port.</summary>
    private static ByteRange Trim(ReadOnlySpan<byte> text, ByteRange word)
    {
        ReadOnlySpan<byte> inner = word.Of(text);
        ReadOnlySpan<byte> trimmed = inner.Trim(",\"'"u8);
        trimmed = trimmed.IndexOf("]:"u8) > 0 ? trimmed : trimmed.Trim(AroundWords);
        int start = inner.IndexOf(trimmed);
        return new ByteRange(word.Start + Math.Max(start, 0), trimmed.Length);
    }
}
