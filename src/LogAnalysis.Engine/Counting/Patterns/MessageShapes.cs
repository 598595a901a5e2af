using System.Runtime.InteropServices;

namespace LogAnalysis.Counting;

/// <summary>
/// Remembers where the words and values of messages are. Messages that differ in nothing but the digits of numbers have them in the same places: whether something is a number does not depend on
/// which digits it has. Names such as <c>UTF-8</c> do, so that digits beside letters and hyphens are left as they are.
/// </summary>
internal sealed class MessageShapes
{
    /// <summary>Longer messages are mostly of their own kind.</summary>
    private const int MaxLength = 256;

    /// <summary>When there are more, it begins again.</summary>
    private const int MaxShapes = 4096;

    private readonly Utf8StringTable _shapes = new();
    private readonly List<(int Start, int Count, string Template)> _known = [];
    private readonly List<MessagePart> _parts = [];
    private readonly byte[] _shape = new byte[MaxLength];
    private readonly CacheTrial _trial = new();
    private bool _isAwaited;

    /// <summary>Finds the parts of a message, if one of its shape came before.</summary>
    /// <param name="message">The message.</param>
    /// <param name="parts">Receives its parts.</param>
    /// <param name="template">Receives its template.</param>
    public bool TryFind(ReadOnlySpan<byte> message, out ReadOnlySpan<MessagePart> parts, out string template)
    {
        parts = default;
        template = string.Empty;
        if (message.Length > MaxLength || _trial.Skips())
        {
            return false;
        }

        int number = _shapes.NumberOf(ShapeOf(message));
        if (number == _known.Count)
        {
            _isAwaited = true;
            return false;
        }

        _trial.AddFound();
        (int start, int count, template) = _known[number];
        parts = CollectionsMarshal.AsSpan(_parts).Slice(start, count);
        return true;
    }

    /// <summary>Remembers the parts of the message that was not found.</summary>
    /// <param name="parts">Its parts.</param>
    /// <param name="template">Its template.</param>
    public void Add(ReadOnlySpan<MessagePart> parts, string template)
    {
        if (!_isAwaited)
        {
            return;
        }

        _isAwaited = false;
        _known.Add((_parts.Count, parts.Length, template));
        _parts.AddRange(parts);
        if (_known.Count == MaxShapes)
        {
            _shapes.Clear();
            _known.Clear();
            _parts.Clear();
        }
    }

    /// <summary>The message with zeros for the digits of numbers.</summary>
    private ReadOnlySpan<byte> ShapeOf(ReadOnlySpan<byte> message)
    {
        Span<byte> shape = _shape.AsSpan(0, message.Length);
        message.CopyTo(shape);
        int next;
        for (int at = 0; (next = message[at..].IndexOfAnyInRange((byte)'0', (byte)'9')) >= 0;)
        {
            int start = at + next;
            at = start + 1;
            while (at < message.Length && TextClasses.IsDigit(message[at]))
            {
                at++;
            }

            if ((start == 0 || !IsOfName(message[start - 1])) && (at == message.Length || !IsOfName(message[at])))
            {
                shape[start..at].Fill((byte)'0');
            }
        }

        return shape;
    }

    private static bool IsOfName(byte value) => value == '-' || TextClasses.IsWord(value);
}
