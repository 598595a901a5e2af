using System.Buffers;
using LogAnalysis.Fields;
using LogAnalysis.Formats;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Parsing;

/// <summary>
/// Follows JSON objects. What is no JSON ends one at once, so that a brace that an application prints keeps nothing back.
/// </summary>
/// <remarks>Source: RFC 8259.</remarks>
internal sealed class JsonScanner : ElementScanner
{
    /// <summary>Objects and arrays within each other; a bit of <see cref="_arrays"/> for each.</summary>
    private const int MaxDepth = 64;

    private static readonly SearchValues<byte> Marks = SearchValues.Create(" \t\r\n[]},"u8);
    private static readonly SearchValues<byte> AfterScalars = SearchValues.Create(" \t\r\n,]}:\""u8);
    private static readonly SearchValues<byte> NumberBytes = SearchValues.Create("0123456789+-.eE"u8);

    private ulong _arrays;
    private int _depth;
    private Expected _expected;
    private bool _stopsAtBatch;
    private bool _hasFields;
    private bool _isBatch;
    private bool _hasBatch;

    private enum Expected
    {
        Value,
        ValueOrEnd,
        Name,
        NameOrEnd,
        Colon,
        CommaOrEnd,
    }

    /// <inheritdoc/>
    public override LogFormat Format => JsonFormat.Instance;

    /// <inheritdoc/>
    public override bool HasBatch => _hasBatch;

    private bool IsInArray => (_arrays & 1) != 0;

    /// <inheritdoc/>
    public override int SkipFrame(ReadOnlySpan<byte> text, bool afterElement)
    {
        int at = 0;
        while (true)
        {
            int marks = text[at..].IndexOfAnyExcept(Marks);
            if (marks < 0)
            {
                return text.Length;
            }

            at += marks;
            bool isMember = afterElement && marks > 0 && text[at] == '"';
            int member = isMember ? SkipMember(text[at..]) : 0;
            if (member == 0)
            {
                return at;
            }

            at += member;
        }
    }

    /// <inheritdoc/>
    public override bool TryBegin(ReadOnlySpan<byte> text, bool stopsAtBatch)
    {
        (_depth, _arrays, _expected, _stopsAtBatch) = (0, 0, Expected.Value, stopsAtBatch);
        (_hasFields, _isBatch, _hasBatch) = (false, false, false);
        return text is [(byte)'{', ..];
    }

    /// <inheritdoc/>
    public override ElementProgress Scan(ReadOnlySpan<byte> text, out int length)
    {
        for (length = 0; ; length++)
        {
            int blanks = text[length..].IndexOfAnyExcept(" \t\r\n"u8);
            if (blanks < 0)
            {
                length = text.Length;
                return ElementProgress.Incomplete;
            }

            length += blanks;
            if (!TryTake(text, ref length))
            {
                return ElementProgress.Broken;
            }

            if (_depth == 0 || (_hasBatch && _stopsAtBatch))
            {
                length++;
                return _depth == 0 ? ElementProgress.Complete : ElementProgress.Batch;
            }
        }
    }

    /// <summary>Takes one token.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where the token begins; receives where its last byte is.</param>
    private bool TryTake(ReadOnlySpan<byte> text, ref int at)
    {
        switch (text[at])
        {
            case (byte)'"':
                return TryTakeString(text, ref at);
            case (byte)'{' or (byte)'[':
                return TryOpen(text, at);
            case (byte)'}' or (byte)']':
                return TryClose(text[at]);
            case (byte)':':
                bool isExpected = _expected == Expected.Colon;
                _expected = Expected.Value;
                return isExpected;
            case (byte)',':
                bool separates = _expected == Expected.CommaOrEnd;
                _expected = IsInArray ? Expected.Value : Expected.Name;
                return separates;
            default:
                return TryTakeScalar(text, ref at);
        }
    }

    private bool TryOpen(ReadOnlySpan<byte> text, int at)
    {
        if (_expected is not (Expected.Value or Expected.ValueOrEnd) || _depth == MaxDepth)
        {
            return false;
        }

        bool isArray = text[at] == '[';
        _hasBatch |= isArray && _isBatch && !_hasFields && text[(at + 1)..].TrimStart(" \t\r"u8) is [] or [(byte)'{', ..];
        _isBatch = false;
        _arrays = (_arrays << 1) | (isArray ? 1UL : 0);
        _depth++;
        _expected = isArray ? Expected.ValueOrEnd : Expected.NameOrEnd;
        return true;
    }

    private bool TryClose(byte bracket)
    {
        bool matches = _depth > 0 && IsInArray == (bracket == ']')
            && (_expected == Expected.CommaOrEnd || _expected == (IsInArray ? Expected.ValueOrEnd : Expected.NameOrEnd));
        _arrays >>= 1;
        _depth--;
        _expected = Expected.CommaOrEnd;
        return matches;
    }

    private bool TryTakeString(ReadOnlySpan<byte> text, ref int at)
    {
        int start = at + 1;
        at = QuotedText.FindEnd(text, start);
        if (at < 0)
        {
            return false;
        }

        if (_expected is Expected.Name or Expected.NameOrEnd)
        {
            TakeName(text[start..at]);
            _expected = Expected.Colon;
            return true;
        }

        return TryTakeValue();
    }

    /// <summary>An entry of a batch may hold lists too: of its fields some come before.</summary>
    private void TakeName(ReadOnlySpan<byte> name)
    {
        _isBatch = JsonBatches.Contains(name);
        _hasFields |= _depth == 1 && FieldNames.Find(name) is FieldKind.Timestamp or FieldKind.Message or FieldKind.Level or FieldKind.Severity;
    }

    private bool TryTakeValue()
    {
        bool isExpected = _expected is Expected.Value or Expected.ValueOrEnd;
        _expected = Expected.CommaOrEnd;
        _isBatch = false;
        return isExpected;
    }

    private bool TryTakeScalar(ReadOnlySpan<byte> text, ref int at)
    {
        int length = text[at..].IndexOfAny(AfterScalars);
        ReadOnlySpan<byte> scalar = length < 0 ? text[at..] : text.Slice(at, length);
        bool isScalar = scalar[0] == '-' || char.IsAsciiDigit((char)scalar[0])
            ? !scalar.ContainsAnyExcept(NumberBytes)
            : scalar.SequenceEqual("true"u8) || scalar.SequenceEqual("false"u8) || scalar.SequenceEqual("null"u8);
        at += scalar.Length - 1;
        return isScalar && TryTakeValue();
    }

    /// <summary>The members of a batch that follow its list: <c>,"nextToken":"x"}</c>.</summary>
    private static int SkipMember(ReadOnlySpan<byte> text)
    {
        int name = QuotedText.FindEnd(text, 1) + 1;
        int colon = name == 0 ? -1 : text[name..].IndexOfAnyExcept(" \t"u8);
        if (colon < 0 || text[name + colon] != ':')
        {
            return 0;
        }

        int value = name + colon + 1;
        int blanks = text[value..].IndexOfAnyExcept(" \t"u8);
        value = blanks < 0 ? text.Length : value + blanks;
        int end = value == text.Length ? value
            : text[value] == '"' ? QuotedText.FindEnd(text, value + 1) + 1
            : text[value] == '{' ? JsonArray.FindEnd(text, value)
            : text[value] == '[' ? JsonBatches.Contains(text[1..(name - 1)]) ? value + 1 : JsonArray.FindEnd(text, value)
            : value + Math.Max(0, text[value..].IndexOfAny(",]}"u8));
        return end <= 0 ? text.Length : end;
    }
}
