using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>The client among what is before the time in a line of the common format or one like it.</summary>
internal static class AccessClient
{
    /// <summary>Client, identity and user are before the time.</summary>
    private const int FieldsBeforeTime = 3;

    /// <summary>Finds it: the first field; after a virtual host the second.</summary>
    /// <param name="before">What is before the time and its bracket.</param>
    public static ByteRange Find(ReadOnlySpan<byte> before)
    {
        before = before.TrimEnd((byte)' ');
        if (before.IsEmpty)
        {
            return default;
        }

        // The second field is a dash in nearly every log: no one asks who a client says it is.
        int blank = before.IndexOf((byte)' ');
        if (blank > 0 && before[blank..].StartsWith(" - "u8))
        {
            return new ByteRange(0, blank);
        }

        var words = new WordReader(before, 0);
        ByteRange first = words.Next();
        ByteRange second = words.Next();
        bool isListed = before[first.End - 1] == ',';
        bool hasHost = !isListed && second.Length > 1 && !second.Of(before).SequenceEqual("-"u8)
            && (before.Count((byte)' ') == FieldsBeforeTime || (!ClientAddress.IsAddress(first.Of(before)) && ClientAddress.IsAddress(second.Of(before))));
        bool hasList = second.Of(before) is [(byte)'"', ..];
        ByteRange client = hasHost || hasList ? second : first;
        ReadOnlySpan<byte> trimmed = client.Of(before).Trim(",\""u8);
        return new ByteRange(client.Start + (client.Of(before)[0] == '"' ? 1 : 0), trimmed.Length);
    }

    /// <summary>Whether a text may be a client: Python's logging puts level and logger directly before it.</summary>
    public static bool MayBe(ReadOnlySpan<byte> text)
    {
        int colon = text.IndexOf((byte)':');
        return colon <= 0 || !LevelNames.TryParseCapitals(text[..colon], out _);
    }
}
