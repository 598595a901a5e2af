using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Model;

/// <summary>What a format finds in one line: level and status as values, everything else as ranges of the line.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct LineFields
{
    /// <summary>The level that the line itself states; meaningful only with <see cref="HasLevel"/>.</summary>
    public LogLevel Level;

    /// <summary>Whether the line has a level of its own. An unknown word for it is <see cref="LogLevel.Unknown"/>, and still decides.</summary>
    public bool HasLevel;

    /// <summary>Whether the line says that it continues the entry before it.</summary>
    public bool ContinuesEntry;

    /// <summary>Whether the message is on the next line, as the console logger of .NET writes it.</summary>
    public bool MessageFollows;

    /// <summary>Whether the level, and the message with it, is on the next line, as <c>java.util.logging</c> writes them.</summary>
    public bool LevelFollows;

    /// <summary>Whether this is that next line: a continuation line whose message and status are those of its entry.</summary>
    public bool CompletesEntry;

    /// <summary>Whether texts may hold escapes, those of JSON, that are not yet resolved.</summary>
    public bool HasEscapes;

    /// <summary>Whether the line ends within a text in quotes, with which the next one goes on.</summary>
    public bool IsUnfinished;

    /// <summary>Whether quotes within texts are doubled, as in CSV.</summary>
    public bool DoublesQuotes;

    /// <summary>Whether texts may hold XML's references, character data and elements.</summary>
    public bool HasMarkup;

    /// <summary>Whether a time has its month first and its bias behind it, as <see cref="BiasedTimestamp"/> reads it.</summary>
    public bool HasBias;

    /// <summary>Whether a time without an offset is UTC rather than local, as the format prescribes.</summary>
    public bool IsUtc;

    /// <summary>The day of a time that has none beside it, as <see cref="DateOnly.DayNumber"/>, where a line above gives it; 0 if none does.</summary>
    public int Day;

    /// <summary>The HTTP status, 100 to 599; 0 if none.</summary>
    public short Status;

    /// <summary>The unit of <see cref="Duration"/>, unless it has one of its own after it.</summary>
    public DurationUnit DurationUnit;

    /// <summary>Where the rest of the line begins, message and all, that was not parsed yet; 0 if all fields were found.</summary>
    /// <remarks>Only between the format and its caller; <see cref="LogFormat.ParseRest"/> parses it.</remarks>
    public int RestOffset;

    /// <summary>Where the entry begins whose fields these are, in that of another format; 0 where it is by itself.</summary>
    public int EmbeddedAt;

    /// <summary>
    /// The length of the prefix that decides what was found so far, digits of its time aside: other lines with the same prefix have the same
    /// fields. 0 if more of the line decides.
    /// </summary>
    public int PrefixLength;

    // The ranges, in the order of FieldKind, so that they are indexed by it. They are fields rather than an inline array, through which the
    // hot loops took up to a tenth longer.

    /// <summary>The time as written.</summary>
    public ByteRange Timestamp;

    /// <summary>The date, if it is a field of its own.</summary>
    public ByteRange Date;

    /// <summary>The nanoseconds of the second, beside a time in whole seconds.</summary>
    public ByteRange Nanoseconds;

    /// <summary>The zone, beside a date that is a field of its own.</summary>
    public ByteRange Zone;

    /// <summary>What the entry says to a person; the whole line if the format does not tell it apart.</summary>
    public ByteRange Message;

    /// <summary>An address or a host name.</summary>
    public ByteRange Client;

    /// <summary>A request line, <c>GET /path HTTP/1.1</c>.</summary>
    public ByteRange Request;

    /// <summary>The HTTP method, if it is a field of its own.</summary>
    public ByteRange Method;

    /// <summary>The URL, if it is a field of its own.</summary>
    public ByteRange Url;

    /// <summary>The response's size in bytes, decimal digits.</summary>
    public ByteRange Bytes;

    /// <summary>How long the response took, a decimal number.</summary>
    public ByteRange Duration;

    /// <summary>The browser or program of the client, if it is a field of its own; <see cref="LogFormat.FindUserAgent"/> finds it elsewhere.</summary>
    public ByteRange UserAgent;

    /// <summary>
    /// Of a continuation line where its text begins, behind what a container, or a header that each line repeats, has put before it. It shares the place
    /// of <see cref="PrefixLength"/>, which only lines that begin entries have: these fields are cleared for each line.
    /// </summary>
    public int OwnStart
    {
        readonly get => PrefixLength;
        set => PrefixLength = value;
    }

    /// <summary>The range of a field; empty if the line has no such field.</summary>
    public ByteRange this[FieldKind kind]
    {
        readonly get => Unsafe.Add(ref Unsafe.AsRef(in Timestamp), IndexOf(kind));
        set => Unsafe.Add(ref Timestamp, IndexOf(kind)) = value;
    }

    /// <summary>The fields of a line that tells a level, and has no time.</summary>
    /// <param name="level">The level.</param>
    /// <param name="message">What it says.</param>
    public static LineFields OfLevel(LogLevel level, ByteRange message) => new() { HasLevel = true, Level = level, Message = message };

    /// <summary>Makes these the fields of a longer line, in which <paramref name="count"/> bytes come before.</summary>
    public void Shift(int count)
    {
        RestOffset += RestOffset > 0 ? count : 0;
        EmbeddedAt += EmbeddedAt > 0 ? count : 0;
        PrefixLength = 0;
        for (FieldKind kind = FieldKind.Timestamp; kind < FieldKind.Level; kind++)
        {
            this[kind] = this[kind].Shift(count);
        }
    }

    /// <summary>Takes message and response from the next line, which holds them for this one.</summary>
    public void Complete(in LineFields next)
    {
        Message = next.Message;
        MessageFollows = false;
        LevelFollows = false;
        if (Status == 0)
        {
            Fill(FieldKind.Message, FieldKind.Request, in next);
            FillResponse(in next);
        }
    }

    /// <summary>Takes level, time, and what any entry can have from other fields, as far as it is missing here.</summary>
    public void Fill(in LineFields other)
    {
        if (!HasLevel)
        {
            HasLevel = other.HasLevel;
            Level = other.Level;
        }

        if (Timestamp.IsEmpty)
        {
            Fill(FieldKind.Timestamp, FieldKind.Message, in other);
            IsUtc = other.IsUtc;
            Day = other.Day;
        }

        DoublesQuotes |= other.DoublesQuotes;
        IsUnfinished |= other.IsUnfinished;
        Fill(FieldKind.Message, FieldKind.Request, in other);
    }

    /// <summary>Takes what belongs to a response from other fields, as far as it is missing here.</summary>
    public void FillResponse(in LineFields other)
    {
        Status = Status == 0 ? other.Status : Status;
        DurationUnit = Duration.IsEmpty ? other.DurationUnit : DurationUnit;
        Fill(FieldKind.Request, FieldKind.Level, in other);
    }

    private void Fill(FieldKind first, FieldKind end, in LineFields other)
    {
        for (FieldKind kind = first; kind < end; kind++)
        {
            this[kind] = this[kind].Or(other[kind]);
        }
    }

    /// <summary>The place of a range among them. Only what is checked here is indexed.</summary>
    private static int IndexOf(FieldKind kind)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)kind, (uint)FieldKind.Level);
        return (int)kind;
    }
}
