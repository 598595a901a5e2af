using System.Buffers;
using System.Text;
using LogAnalysis.Text;

namespace LogAnalysis.Counting;

/// <summary>
/// The example of a group: the earliest entry; of several at the same time, the first by its text, then by its trace. It is kept as bytes, and made a text
/// when somebody asks: each part of a log has its own, and most never get beyond their part.
/// </summary>
internal sealed class GroupExample
{
    /// <summary>So much of a message is kept, in characters.</summary>
    public const int MaxMessage = 300;

    /// <summary>So much of a trace is kept, in characters.</summary>
    public const int MaxTrace = 1500;

    /// <summary>What is shown as it is, and is one character each.</summary>
    private static readonly SearchValues<byte> Plain = SearchValues.Create([(byte)'\t', (byte)'\n', .. Enumerable.Range(' ', '~' - ' ' + 1).Select(value => (byte)value)]);

    private const long Latest = long.MaxValue;

    private byte[] _text = [];
    private int _messageLength;
    private int _traceLength;

    /// <summary>When it was logged; the latest time for one without a time, and for none.</summary>
    private long _time = Latest;

    /// <summary>Whether there is one.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>What it says, fit to be shown; null if there is none.</summary>
    public string? Message => IsKnown ? Encoding.UTF8.GetString(MessageBytes) : null;

    /// <summary>Its further lines, fit to be shown; null if it has none.</summary>
    public string? Trace => IsKnown && _traceLength > 0 ? Encoding.UTF8.GetString(TraceBytes) : null;

    private ReadOnlySpan<byte> MessageBytes => _text.AsSpan(0, _messageLength);

    private ReadOnlySpan<byte> TraceBytes => _text.AsSpan(_messageLength, _traceLength);

    /// <summary>Whether an entry of this time may be the example. Another thread may ask, and be told of an example that is not the earliest any more.</summary>
    public bool MayBeOf(DateTimeOffset? time) => MayBeAt(TicksOf(time));

    /// <summary>Takes an entry, if it is to be the example.</summary>
    /// <param name="message">What it says.</param>
    /// <param name="trace">Its further lines; empty for none.</param>
    /// <param name="time">When it was logged.</param>
    public void Offer(ReadOnlySpan<byte> message, ReadOnlySpan<byte> trace, DateTimeOffset? time)
    {
        if (MayBeOf(time))
        {
            OfferShown(Show(message, MaxMessage), Show(trace, MaxTrace), TicksOf(time));
        }
    }

    /// <inheritdoc cref="Offer(ReadOnlySpan{byte}, ReadOnlySpan{byte}, DateTimeOffset?)"/>
    public void Offer(string message, string? trace, DateTimeOffset? time)
    {
        if (MayBeOf(time))
        {
            OfferShown(Show(message, MaxMessage), Show(trace ?? string.Empty, MaxTrace), TicksOf(time));
        }
    }

    /// <summary>Takes the example of other entries, if it is to be that of these, too.</summary>
    public void Offer(GroupExample other)
    {
        if (other.IsKnown && MayBeAt(other._time))
        {
            OfferShown(other.MessageBytes, other.TraceBytes, other._time);
        }
    }

    /// <summary>Forgets it.</summary>
    public void Clear() => (IsKnown, _time) = (false, Latest);

    private static long TicksOf(DateTimeOffset? time) => time?.UtcTicks ?? Latest;

    private bool MayBeAt(long time) => time <= Volatile.Read(ref _time);

    private static ReadOnlySpan<byte> Show(ReadOnlySpan<byte> text, int maxLength)
    {
        ReadOnlySpan<byte> kept = text[..Math.Min(text.Length, maxLength)];
        return kept.ContainsAnyExcept(Plain) ? Show(Encoding.UTF8.GetString(text), maxLength) : kept;
    }

    private static ReadOnlySpan<byte> Show(string text, int maxLength)
    {
        text = ControlCharacters.EscapeControlCharacters(text);
        return Encoding.UTF8.GetBytes(text.Length <= maxLength ? text : text[..(char.IsHighSurrogate(text[maxLength - 1]) ? maxLength - 1 : maxLength)]);
    }

    private void OfferShown(ReadOnlySpan<byte> message, ReadOnlySpan<byte> trace, long time)
    {
        if (IsKnown && time == _time && Compare(message, trace) >= 0)
        {
            return;
        }

        int length = message.Length + trace.Length;
        if (length > _text.Length)
        {
            _text = new byte[length];
        }

        message.CopyTo(_text);
        trace.CopyTo(_text.AsSpan(message.Length));
        (_messageLength, _traceLength) = (message.Length, trace.Length);
        IsKnown = true;
        Volatile.Write(ref _time, time);
    }

    private int Compare(ReadOnlySpan<byte> message, ReadOnlySpan<byte> trace) =>
        message.SequenceCompareTo(MessageBytes) is not 0 and var order ? order : trace.SequenceCompareTo(TraceBytes);
}
