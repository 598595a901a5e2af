using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis;

/// <summary>
/// One way in which logs are written. A format works on the UTF-8 bytes of a single line and keeps no state, so that what it
/// says of a line never depends on where the line came from.
/// </summary>
public abstract class LogFormat
{
    private protected LogFormat(string name, string description, string example)
    {
        Name = name;
        Description = description;
        Example = example;
    }

    /// <summary>The format's name, as entries and reports give it.</summary>
    public string Name { get; }

    /// <summary>What writes it, in one line.</summary>
    public string Description { get; }

    /// <summary>A line of this format.</summary>
    public string Example { get; }

    /// <summary>Which lines that are not entries themselves belong to the entry before them.</summary>
    internal virtual ContinuationRule Continuation => ContinuationRule.Everything;

    /// <summary>
    /// The bytes with which a line of this format can begin: it is not tried on other lines. Null for any.
    /// </summary>
    internal virtual string? FirstBytes => null;

    /// <summary>Marks that every line of this format has, of those that <see cref="LineMarks"/> knows: it is not tried on lines without them.</summary>
    internal virtual string NeededMarks => string.Empty;

    /// <summary>Marks of which every line of this format has one at least; empty where it needs none of them.</summary>
    internal virtual string AlternativeMarks => string.Empty;

    /// <summary>Whether each line of an entry has the header of the first, behind a time of its own, as syslog writes them.</summary>
    internal virtual bool RepeatsHeader => false;

    /// <summary>Whether a line of this format can begin in a way: it is not tried on such lines otherwise.</summary>
    internal virtual bool MayBegin(LineBeginning beginning) => true;

    /// <summary>
    /// Whether lines begin with a time, as an application's text does, and have no word for a level: then this format is tried first.
    /// </summary>
    internal virtual bool BeginsLikeApplication => false;

    /// <summary>The layouts of its times, where only these count; null where they have any of those that are known.</summary>
    internal TimeLayouts? Layouts { get; private protected init; }

    /// <summary>Whether this is the format of lines that no other format recognises.</summary>
    internal bool IsFallback { get; private protected init; }

    /// <summary>Recognises a line and finds its fields.</summary>
    /// <param name="line">The line, without its line end, in UTF-8; never empty.</param>
    /// <param name="fields">Cleared on entry. If the result is true, they are complete, except what is left to <see cref="ParseRest"/>; otherwise they mean nothing.</param>
    /// <returns>Whether the line is an entry of this format.</returns>
    internal abstract bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields);

    /// <summary>
    /// Finds what <see cref="TryParse"/> has left for later, if <see cref="LineFields.RestOffset"/> is set: message and status, which take longer to
    /// find than the level, and are needed of few lines.
    /// </summary>
    internal virtual void ParseRest(ReadOnlySpan<byte> line, ref LineFields fields)
    {
    }

    /// <summary>
    /// Where the browser or program of the client is, which few ask for, so that <see cref="TryParse"/> does not look for it where that takes time; an empty range where the line
    /// does not have it.
    /// </summary>
    /// <param name="line">The line.</param>
    /// <param name="fields">What <see cref="TryParse"/> has found.</param>
    internal virtual ByteRange FindUserAgent(ReadOnlySpan<byte> line, in LineFields fields) => fields.UserAgent;

    /// <summary>Whether lines consist of named values: then <see cref="ReadFields"/> gives all fields, and no others are looked for.</summary>
    internal virtual bool NamesFields => false;

    /// <summary>Whether a line is a JSON object, and its members are the fields.</summary>
    internal virtual bool IsObject => false;

    /// <summary>Whether request and response are fields by their common names alone, so that they can be taken from <see cref="LineFields"/>.</summary>
    internal virtual bool HasOnlyCommonFields => false;

    /// <summary>
    /// Passes the named fields of a line to a sink, those aside that <see cref="LineFields"/> has. It is asked for few entries, and may take its time.
    /// </summary>
    /// <param name="line">The line, or several of one entry.</param>
    /// <param name="fields">What <see cref="TryParse"/> has found.</param>
    /// <param name="sink">Takes the fields.</param>
    /// <returns>Whether the header was read; otherwise threads, loggers and the like are looked for in it.</returns>
    internal virtual bool ReadFields(ReadOnlySpan<byte> line, in LineFields fields, FieldSink sink) => false;

    /// <summary>
    /// Whether the message of an entry may be an entry of another format, as in a log that collects those of other programs.
    /// </summary>
    internal virtual bool MayCarry(ReadOnlySpan<byte> line, in LineFields fields) => false;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
