using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LogAnalysis.Formats;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Parsing;

/// <summary>
/// Caches how the lines of one log begin that <see cref="ApplicationFormat"/> has recognised, from the time up to the level, so that the next line
/// that begins so, digits of its time aside, need not be parsed again. Each line is compared as far as it decides.
/// </summary>
internal sealed class HeaderCache
{
    /// <summary>More would take longer to look through than a line to parse.</summary>
    private const int MaxHeaders = 12;

    private static readonly SearchValues<byte> ClockBytes = SearchValues.Create("0123456789:.,"u8);
    private static readonly SearchValues<byte> NumericBytes = SearchValues.Create("0123456789/.-:, "u8);
    private static readonly int Window = Vector256<byte>.Count;

    private readonly Header[] _headers = new Header[MaxHeaders];
    private Vector256<byte> _time;
    private Vector256<byte> _timeWindow;
    private int _timeLength;
    private bool _isCalendar;
    private int _count;

    /// <summary>Finds the fields of a line that begins like one before.</summary>
    /// <param name="line">The line.</param>
    /// <param name="fields">Receives them, those aside that <see cref="LogFormat.ParseRest"/> finds.</param>
    /// <returns>Whether it does.</returns>
    public bool TryRecall(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        if (_count == 0 || line.Length < _timeLength + Window)
        {
            return false;
        }

        ref byte start = ref MemoryMarshal.GetReference(line);
        if ((WithoutDigits(Vector256.LoadUnsafe(ref start)) & _timeWindow) != _time || (_isCalendar && CalendarTimestamp.Match(line) != _timeLength))
        {
            return false;
        }

        Vector256<byte> behind = Vector256.LoadUnsafe(ref start, (nuint)_timeLength);
        for (int i = 0; i < _count; i++)
        {
            ref Header header = ref _headers[i];
            if ((behind & header.Window) == header.Text)
            {
                fields = default;
                fields.Timestamp = new ByteRange(0, _timeLength);
                fields.HasLevel = true;
                fields.Level = header.Level;
                fields.RestOffset = header.RestOffset;
                return true;
            }
        }

        return false;
    }

    /// <summary>Remembers how a line begins, if that decides what it is.</summary>
    public void Remember(ReadOnlySpan<byte> line, in LineFields fields)
    {
        int time = fields.Timestamp.Length;
        if (_count == MaxHeaders || fields.PrefixLength == 0 || fields.PrefixLength > time + Window || line.Length < time + Window)
        {
            return;
        }

        bool isCalendar = !IsPlainTime(line, fields.Timestamp);
        if (isCalendar && !IsCalendarTime(line, fields.Timestamp))
        {
            return;
        }

        if (_count == 0)
        {
            _timeLength = time;
            _isCalendar = isCalendar;
            _timeWindow = First(time);
            _time = WithoutDigits(Vector256.Create(line)) & _timeWindow;
        }

        if (time == _timeLength && isCalendar == _isCalendar)
        {
            Vector256<byte> window = First(fields.PrefixLength - time);
            _headers[_count++] = new Header(Vector256.Create(line[time..]) & window, window, fields.Level, fields.RestOffset);
        }
    }

    /// <summary>Whether a time is one of ISO 8601 at the beginning, without an offset: of such a one all digits mean the same.</summary>
    private static bool IsPlainTime(ReadOnlySpan<byte> line, ByteRange time) =>
        time.Start == 0 && time.Length >= IsoTimestamp.MinuteLength && time.Length <= Window && IsoTimestamp.Match(line) == time.Length && !line[IsoTimestamp.MinuteLength..time.End].ContainsAnyExcept(ClockBytes);

    /// <summary>Whether a time is one of a calendar, of numbers alone: of such a one not all digits make a day.</summary>
    private static bool IsCalendarTime(ReadOnlySpan<byte> line, ByteRange time) =>
        time.Start == 0 && time.Length <= Window && !line[..time.End].ContainsAnyExcept(NumericBytes) && IsoTimestamp.Match(line) == 0 && CalendarTimestamp.Match(line) == time.Length;

    private static Vector256<byte> WithoutDigits(Vector256<byte> text)
    {
        Vector256<byte> digits = Vector256.LessThanOrEqual(text - Vector256.Create((byte)'0'), Vector256.Create((byte)9));
        return Vector256.ConditionalSelect(digits, Vector256.Create((byte)'0'), text);
    }

    /// <summary>All bits of the first bytes.</summary>
    private static Vector256<byte> First(int count)
    {
        Span<byte> bytes = stackalloc byte[Vector256<byte>.Count];
        bytes[..count].Fill(byte.MaxValue);
        return Vector256.Create<byte>(bytes);
    }

    private record struct Header(Vector256<byte> Text, Vector256<byte> Window, LogLevel Level, int RestOffset);
}
