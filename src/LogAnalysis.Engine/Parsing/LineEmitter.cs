using LogAnalysis.Model;
using LogAnalysis.Times;

namespace LogAnalysis.Parsing;

/// <summary>Passes the lines of one source on, with what is known of them.</summary>
/// <param name="source">The source.</param>
/// <param name="sink">Takes the lines.</param>
internal sealed class LineEmitter(LineSource source, ILogSink sink)
{
    private readonly TimestampReader _times = new(source.Conventions);
    private DateOrderSample? _dates = source.Dates;

    /// <summary>Takes what a look ahead has shown of the times.</summary>
    /// <param name="known">What is known of them.</param>
    /// <param name="dates">What the dates have shown, to go on to learn from there; null where there is nothing more to learn.</param>
    public void Learn(TimeConventions known, DateOrderSample? dates)
    {
        _times.Learn(known);
        _dates = dates;
    }

    /// <summary>Passes a line on.</summary>
    /// <param name="text">The line as it was written.</param>
    /// <param name="plain">What its fields are ranges of.</param>
    /// <param name="fields">Its fields.</param>
    /// <param name="format">The format of its entry.</param>
    /// <param name="level">The level of its entry.</param>
    /// <param name="entry">The stream of its entry.</param>
    /// <param name="ordinal">The place of its entry there.</param>
    /// <param name="continuation">Whether an earlier line began that.</param>
    /// <param name="fieldReader">Reads its named fields.</param>
    /// <param name="known">What is known of them already; null where that is of another line.</param>
    /// <param name="place">Where it is.</param>
    public void Emit(
        ReadOnlySpan<byte> text, ReadOnlySpan<byte> plain, in LineFields fields, LogFormat format, LogLevel level, EntryState entry, long ordinal, bool continuation, IFieldReader fieldReader, KnownFields? known, in LinePosition place)
    {
        if (!place.IsPassedOn)
        {
            return;
        }

        DateTime reference = source.LastWritten is DateTime written && place.Offset < source.LengthWhenWritten ? written : DateTime.Now;
        if (_dates is not null && !continuation)
        {
            DateOrderLearner.Learn(plain, in fields, reference, _dates, _times);
        }

        sink.Add(new LogLine(text, plain, in fields, format)
        {
            Level = level,
            IsContinuation = continuation,
            Stream = entry,
            Ordinal = ordinal,
            Path = source.Path,
            Number = place.Number,
            Offset = place.Offset,
            ByteCount = place.ByteCount,
            LineCount = place.LineCount,
            Reference = reference,
            Conventions = _times.Conventions,
            FieldReader = fieldReader,
            Known = known,
            Times = _times,
        });
    }
}
