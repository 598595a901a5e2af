using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Model;

/// <summary>What a format finds in one line: level and status as values, everything else as ranges of the line.</summary>
internal struct LineFields
{
    /// <summary>The level that the line itself states; meaningful only with <see cref="HasLevel"/>.</summary>
    public LogLevel Level;

    /// <summary>Whether the line has a level of its own. One whose word nobody knows is <see cref="LogLevel.Unknown"/>, and still decides.</summary>
    public bool HasLevel;

    /// <summary>Whether the line says of itself that it is a further part of the entry before it.</summary>
    public bool ContinuesEntry;

    /// <summary>Whether the message stands on the next line, as the console logger of .NET writes it.</summary>
    public bool MessageFollows;

    /// <summary>Whether the level, and the message with it, stands on the next line, as <c>java.util.logging</c> writes them.</summary>
    public bool LevelFollows;

    /// <summary>Whether this is that next line: a continuation line whose message and status are those of its entry.</summary>
    public bool CompletesEntry;

    /// <summary>Whether texts stood in quotes and hold escapes, those of JSON, that are not yet resolved.</summary>
    public bool HasEscapes;

    /// <summary>Whether quotes within texts are doubled, as in CSV.</summary>
    public bool DoublesQuotes;

    /// <summary>Whether a time without an offset is UTC rather than local, as the format prescribes.</summary>
    public bool IsUtc;

    /// <summary>The HTTP status, 100 to 599; 0 where there is none.</summary>
    public short Status;

    /// <summary>The time as written.</summary>
    public ByteRange Timestamp;

    /// <summary>The date, where it is a field apart from the time of day.</summary>
    public ByteRange Date;

    /// <summary>The nanoseconds of the second, where they are a field apart from the time.</summary>
    public ByteRange Nanoseconds;

    /// <summary>What is left for a person to read; the whole line where the format does not tell it apart.</summary>
    public ByteRange Message;

    /// <summary>An HTTP request line, <c>GET /path HTTP/1.1</c>.</summary>
    public ByteRange Request;

    /// <summary>The HTTP method, where it is a field of its own.</summary>
    public ByteRange Method;

    /// <summary>The URL, where it is a field of its own.</summary>
    public ByteRange Url;

    /// <summary>Who asked: an address or a host name.</summary>
    public ByteRange Client;

    /// <summary>The response's size in bytes, decimal digits.</summary>
    public ByteRange Bytes;

    /// <summary>How long the response took: a decimal number in <see cref="DurationUnit"/>, or with a unit of its own behind it.</summary>
    public ByteRange Duration;

    /// <summary>The unit of <see cref="Duration"/>.</summary>
    public DurationUnit DurationUnit;

    /// <summary>Where the rest of the line begins, message and all, that was not looked at yet; 0 where all fields were found.</summary>
    /// <remarks>Only between the format and who asked it; <see cref="LogFormat.ParseRest"/> looks at it.</remarks>
    public int RestOffset;

    /// <summary>
    /// Up to where the line decides what was found so far, digits of its time aside: other lines that have the same bytes up to there have
    /// the same fields. 0 where more of the line decides.
    /// </summary>
    public int PrefixLength;

    /// <summary>Makes these the fields of a longer line, in which <paramref name="count"/> bytes come before.</summary>
    public void Shift(int count)
    {
        RestOffset += RestOffset > 0 ? count : 0;
        PrefixLength = 0;
        Timestamp = Timestamp.Shift(count);
        Date = Date.Shift(count);
        Nanoseconds = Nanoseconds.Shift(count);
        Message = Message.Shift(count);
        Request = Request.Shift(count);
        Method = Method.Shift(count);
        Url = Url.Shift(count);
        Client = Client.Shift(count);
        Bytes = Bytes.Shift(count);
        Duration = Duration.Shift(count);
    }

    /// <summary>Takes message and status from the line behind, which holds them for this one.</summary>
    public void Complete(in LineFields further)
    {
        Message = further.Message;
        MessageFollows = false;
        LevelFollows = false;
        if (Status == 0)
        {
            Status = further.Status;
            Request = further.Request;
            Method = further.Method;
            Url = further.Url;
            Client = further.Client;
            Bytes = further.Bytes;
            Duration = further.Duration;
            DurationUnit = further.DurationUnit;
        }
    }

    /// <summary>Takes from the fields of what was around the line whatever is missing among its own.</summary>
    public void Fill(in LineFields outer)
    {
        if (!HasLevel)
        {
            HasLevel = outer.HasLevel;
            Level = outer.Level;
        }

        if (Timestamp.IsEmpty)
        {
            Timestamp = outer.Timestamp;
            Date = outer.Date;
            Nanoseconds = outer.Nanoseconds;
            IsUtc = outer.IsUtc;
        }

        Message = Message.Or(outer.Message);
        Client = Client.Or(outer.Client);
    }
}
