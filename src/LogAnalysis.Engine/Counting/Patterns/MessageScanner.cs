using LogAnalysis.Text;

namespace LogAnalysis.Counting;

/// <summary>Finds the words and the values of a message. Values that follow each other are one: lists differ in length.</summary>
internal ref struct MessageScanner
{
    private static readonly WordTable<bool> Literals = new((true, "true false null nil none undefined"));

    private readonly Span<MessagePart> _parts;

    /// <summary>The message up to the next value that a mask has found; all of it where there is none.</summary>
    private ReadOnlySpan<byte> _message;
    private bool _goesOn;
    private int _count;

    private MessageScanner(ReadOnlySpan<byte> message, Span<MessagePart> parts)
    {
        _message = message;
        _parts = parts;
    }

    /// <summary>Finds the parts of a message.</summary>
    /// <param name="message">The message, one line of UTF-8.</param>
    /// <param name="parts">Receives them; what is behind the last that fits does not tell messages apart.</param>
    /// <returns>How many there are.</returns>
    public static int Scan(ReadOnlySpan<byte> message, Span<MessagePart> parts)
    {
        var scanner = new MessageScanner(message, parts);
        scanner.TakeFrom(0);
        return scanner._count;
    }

    /// <summary>Finds the parts of a message in which values are known already.</summary>
    /// <param name="message">The message, one line of UTF-8.</param>
    /// <param name="masked">The values that masks have found, in the order of the message.</param>
    /// <param name="parts">Receives the parts; what is behind the last that fits does not tell messages apart.</param>
    /// <returns>How many there are.</returns>
    public static int Scan(ReadOnlySpan<byte> message, ReadOnlySpan<MessagePart> masked, Span<MessagePart> parts)
    {
        var scanner = new MessageScanner(message, parts) { _goesOn = true };
        int position = 0;
        foreach (MessagePart value in masked)
        {
            scanner.TakeBetween(position, message[..value.Start]);
            scanner._message = message;
            scanner.AddMasked(value);
            position = value.End;
        }

        scanner._goesOn = false;
        scanner.TakeFrom(position);
        return scanner._count;
    }

    private void TakeBetween(int position, ReadOnlySpan<byte> upToValue)
    {
        _message = upToValue;
        TakeFrom(position);
    }

    private void TakeFrom(int position)
    {
        while (position < _message.Length && _count < _parts.Length)
        {
            position += Take(position);
        }
    }

    /// <summary>Takes what is at a position.</summary>
    /// <returns>How many bytes that is.</returns>
    private int Take(int position)
    {
        byte first = _message[position];
        if (TextClasses.IsSpace(first))
        {
            return 1;
        }

        int plain = TakePlainWord(position);
        if (plain > 0)
        {
            return plain;
        }

        int length = ValueShape.Measure(_message, position, out PlaceKind kind);
        if (length > 0 && !NameShape.IsName(_message.Slice(position, length), _message[(position + length)..]))
        {
            AddPlace(position, length, kind);
            return length;
        }

        if (first == '{' && BracketShape.MeasureNames(_message[position..]) is int words and > 0)
        {
            AddPlace(position + 2, words, PlaceKind.Text);
            return words + 4;
        }

        if (first is (byte)'[' or (byte)'{' && BracketShape.MeasureEmpty(_message, position) is int list and > 0)
        {
            AddPlace(position, list, PlaceKind.Text);
            return list;
        }

        if (first == '=' && IsEmptyValue(position))
        {
            AddPlace(position + 1, 0, PlaceKind.Text);
            return 1;
        }

        if (first == '(' && MeasureRemark(position) is int remark and > 0)
        {
            AddPlace(position + 1, remark, PlaceKind.Text);
            return remark + 2;
        }

        return TextClasses.UntilEnd(_message[position..]) == 0 ? 1 : TakeWord(position);
    }

    /// <summary>
    /// A shortcut for most words: lower-case letters between spaces are no value by their looks, but for one name; behind a colon or a comma they can be a value of their own. The answer is that of the
    /// long way.
    /// </summary>
    private int TakePlainWord(int position)
    {
        bool isBetweenWords = position == 0 || (_message[position - 1] == ' ' && (position == 1 || _message[position - 2] is not ((byte)':' or (byte)',')));
        if (!isBetweenWords || _message[position] is < (byte)'a' or > (byte)'z')
        {
            return 0;
        }

        ReadOnlySpan<byte> rest = _message[position..];
        int length = 1;
        while (length < rest.Length && rest[length] is >= (byte)'a' and <= (byte)'z')
        {
            length++;
        }

        if ((length < rest.Length && rest[length] != ' ') || rest[..length].SequenceEqual("localhost"u8))
        {
            return 0;
        }

        AddWord(position, length);
        return length;
    }

    private int TakeWord(int position)
    {
        ReadOnlySpan<byte> rest = _message[position..];
        int skipped = WordLength.CountMarks(rest);
        if (skipped > 0)
        {
            return skipped;
        }

        int length = WordLength.Of(rest);
        ReadOnlySpan<byte> word = rest[..length];
        int padding = length < rest.Length && rest[length] == '=' ? WordShape.CountPadding(word, rest[length..]) : 0;
        int call = MeasureCall(position, length);
        if (call > 0)
        {
            AddPlace(position, call, PlaceKind.Text);
            return call;
        }

        PlaceKind kind = padding > 0 ? PlaceKind.Id : KindOf(position, word);
        length += padding;
        if (kind == PlaceKind.None)
        {
            AddWord(position, length);
            return length;
        }

        int unit = kind == PlaceKind.Number ? NumberShape.MeasureUnit(word, rest[length..]) : 0;
        int port = kind is PlaceKind.Host or PlaceKind.Id ? AddressShape.MeasurePort(rest[length..]) : 0;
        AddPlace(position, length + unit + port, port > 0 ? PlaceKind.Host : kind);
        return length + unit + port;
    }

    /// <summary>A name with a number in parentheses, where a preposition introduces a value: <c>synchronized to LOCAL(0)</c>; 0 for anything else.</summary>
    private readonly int MeasureCall(int position, int length)
    {
        int open = position + length;
        bool isIntroduced = _count > 0 && !_parts[_count - 1].IsPlace && position - _parts[_count - 1].End == 1 && MessageWords.IsPreposition(_parts[_count - 1].Of(_message));
        if (!isIntroduced || open >= _message.Length || _message[open] != '(')
        {
            return 0;
        }

        int digits = DigitReader.CountLeading(_message[(open + 1)..]);
        int close = open + 1 + digits;
        return digits > 0 && close < _message.Length && _message[close] == ')' ? close + 1 - position : 0;
    }

    /// <summary>The kind of a word by its looks and by what is around it.</summary>
    private readonly PlaceKind KindOf(int position, ReadOnlySpan<byte> word)
    {
        int end = position + word.Length;
        ReadOnlySpan<byte> behind = _message[end..];
        PlaceKind kind = NameShape.IsName(word, behind) ? PlaceKind.None : WordShape.KindOf(word);
        return kind == PlaceKind.None && Literals.Contains(word) && IsBehindMark(position) ? PlaceKind.Text : kind;
    }

    /// <summary>Whether something is before a position that a value follows: an equals sign, a colon, a bracket.</summary>
    private readonly bool IsBehindMark(int position)
    {
        ReadOnlySpan<byte> before = _message[..position];
        return before.EndsWith(": "u8) || before is [.., (byte)'=' or (byte)':' or (byte)'(' or (byte)'['] || before.EndsWith(", "u8);
    }

    /// <summary>Whether nothing is after an equals sign: the next thing is a space with another key behind it, or the end.</summary>
    private readonly bool IsEmptyValue(int position)
    {
        if (position == 0 || !TextClasses.IsWord(_message[position - 1]))
        {
            return false;
        }

        ReadOnlySpan<byte> rest = _message[(position + 1)..];
        if (!rest.IsEmpty && !TextClasses.IsSpace(rest[0]) && rest[0] is not ((byte)',' or (byte)';' or (byte)')' or (byte)']' or (byte)'}'))
        {
            return false;
        }

        ReadOnlySpan<byte> next = rest.TrimStart(" \t\r\n"u8);
        int word = TextClasses.UntilEnd(next);
        bool isLast = next.IsEmpty && _goesOn;
        return (word == 0 && !isLast) || (word < next.Length && next[word] == '=' && TextClasses.IsWord(next[word - 1])) || rest.Length - next.Length > 1;
    }

    /// <summary>The length of one word in parentheses behind a value, which says of it once more: <c>11 (anna)</c>; 0 for none.</summary>
    private readonly int MeasureRemark(int position)
    {
        if (_count == 0 || !_parts[_count - 1].IsPlace || _parts[_count - 1].End != position - 1 || _message[position - 1] != ' ')
        {
            return 0;
        }

        int end = _message[position..].IndexOf((byte)')') - 1;
        ReadOnlySpan<byte> inner = end < 0 ? default : _message.Slice(position + 1, end);
        if (end == 0)
        {
            AddEmpty(position);
            return 0;
        }

        return end > 0 && TextClasses.UntilEnd(inner) == inner.Length && WordLength.Of(inner) == inner.Length ? end : 0;
    }

    private readonly void AddEmpty(int position)
    {
        MessagePart last = _parts[_count - 1];
        _parts[_count - 1] = last.IsMasked ? last : last with { Length = position + 2 - last.Start };
    }

    private void AddMasked(MessagePart value)
    {
        // Brackets that belong to a list may be of another value, too.
        if (_count < _parts.Length && (_count == 0 || _parts[_count - 1].End <= value.Start))
        {
            AddPlace(value.Start, value.Length, value.Kind, value.Mask);
        }
    }

    /// <summary>Adds a word. A value with a word that the value before has, too, is the next one of a list: <c>node-1 up node-2 up</c>.</summary>
    private void AddWord(int start, int length)
    {
        if (_count >= 3 && _parts[_count - 1] is { IsPlace: true } value && _parts[_count - 3] is { IsPlace: true } before && value.Mask == before.Mask
            && !_parts[_count - 2].IsPlace && _message.Slice(start, length).SequenceEqual(_parts[_count - 2].Of(_message))
            && _message[value.End..start].SequenceEqual(_message[before.End.._parts[_count - 2].Start]))
        {
            _count -= 2;
            _parts[_count - 1] = before with { Length = value.End - before.Start, Kind = before.Kind | value.Kind };
        }

        _parts[_count++] = new MessagePart(start, length, PlaceKind.None);
    }

    /// <summary>Adds a value, or makes the last one longer. Values of a mask are one with others of it alone.</summary>
    private void AddPlace(int start, int length, PlaceKind kind, ushort mask = 0)
    {
        if (_count > 0 && _parts[_count - 1] is { IsPlace: true } last && last.Mask == mask && PlaceRun.TryJoin(_message, last.Start, last.End, start, start + length, out int joinedStart, out int joinedEnd)
            && (_count == 1 || joinedStart >= _parts[_count - 2].End))
        {
            _parts[_count - 1] = new MessagePart(joinedStart, joinedEnd - joinedStart, length == 0 ? last.Kind : last.Kind | kind, mask);
            return;
        }

        _parts[_count++] = new MessagePart(start, length, kind, mask);
    }
}
