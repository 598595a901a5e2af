using System.Text;
using System.Text.Json;

namespace LogAnalysis.Text;

/// <summary>
/// How much JSON from elsewhere may hold, besides bytes: a list of <c>{}</c> takes two bytes an item, and a hundred where each becomes an object.
/// It is read once for this alone, before anything is made of it.
/// </summary>
/// <param name="maxItems">How many items a list, or members an object, may have.</param>
/// <param name="maxValues">How many values there may be in all, lists and objects included.</param>
/// <param name="lists">Members of the document that may have more items, or fewer.</param>
internal sealed class JsonBounds(int maxItems, int maxValues, params (string Name, int MaxItems)[] lists)
{
    private const int BlockLength = 1 << 16;

    /// <summary>No text in it is longer, in bytes.</summary>
    private const int MaxText = 1 << 20;

    private const int MaxDepth = 64;

    private int MaxItems => maxItems;

    private int MaxValues => maxValues;

    /// <summary>Checks a whole document.</summary>
    /// <exception cref="JsonException">It holds too much, or is malformed.</exception>
    public void Check(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        new Count(this).Read(ref reader);
    }

    /// <summary>Checks a whole document in fixed memory.</summary>
    /// <exception cref="JsonException">It holds too much, or is malformed.</exception>
    public void Check(Stream json)
    {
        var count = new Count(this);
        byte[] block = new byte[BlockLength];
        JsonReaderState state = default;
        int length = 0;
        for (bool isEnd = false; !isEnd;)
        {
            int read = json.Read(block.AsSpan(length));
            isEnd = read == 0;
            length += read;
            var reader = new Utf8JsonReader(block.AsSpan(0, length), isEnd, state);
            count.Read(ref reader);
            state = reader.CurrentState;
            int consumed = (int)reader.BytesConsumed;
            block.AsSpan(consumed, length - consumed).CopyTo(block);
            length -= consumed;
            block = length < block.Length ? block : Grow(block);
        }
    }

    private static byte[] Grow(byte[] block)
    {
        if (block.Length >= MaxText)
        {
            throw new JsonException($"It holds a text of more than {MaxText} bytes.");
        }

        Array.Resize(ref block, 2 * block.Length);
        return block;
    }

    private int MaxItemsOf(ref Utf8JsonReader reader)
    {
        // What is read is found by names in any case, and with escapes. Those that are written have neither these nor other letters.
        if (reader.ValueIsEscaped || !Ascii.IsValid(reader.ValueSpan))
        {
            throw new JsonException("It has a name that is written in an unusual way.");
        }

        foreach ((string name, int max) in lists)
        {
            if (Ascii.EqualsIgnoreCase(reader.ValueSpan, name))
            {
                return max;
            }
        }

        return maxItems;
    }

    /// <summary>What there was so far.</summary>
    private sealed class Count(JsonBounds bounds)
    {
        /// <summary>The depth of the items of a list that is a member of the document.</summary>
        private const int ListDepth = 2;

        /// <summary>How many items there are in each list, or object, that is open, by the depth of its items.</summary>
        private readonly int[] _items = new int[MaxDepth + 2];
        private int _values;
        private int _maxListItems;

        public void Read(ref Utf8JsonReader reader)
        {
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        _maxListItems = reader.CurrentDepth < ListDepth ? bounds.MaxItemsOf(ref reader) : _maxListItems;
                        break;
                    case not (JsonTokenType.EndArray or JsonTokenType.EndObject):
                        Add(reader.CurrentDepth);
                        break;
                }
            }
        }

        private void Add(int depth)
        {
            _items[depth + 1] = 0;
            if (++_items[depth] > (depth == ListDepth ? _maxListItems : bounds.MaxItems) || ++_values > bounds.MaxValues)
            {
                throw new JsonException("It holds more than can be: it was made to fill memory.");
            }
        }
    }
}
