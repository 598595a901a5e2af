using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>Pairs of key and value, <c>level=error msg="no space left"</c>, in any order; values with spaces are quoted.</summary>
/// <remarks>Source: the encoders of Go's logrus, go-kit/log and log/slog, and Heroku's description of logfmt.</remarks>
internal sealed class LogfmtFormat() : LogFormat(
    "logfmt",
    "logfmt: key=value pairs in any order (logrus, go-kit, slog, Grafana, Prometheus)",
    """ts=2025-01-24T07:00:30.139Z level=error msg="could not reach the database" attempts=3""")
{
    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.IndentedLines;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Letters + "@";

    /// <inheritdoc/>
    internal override string NeededMarks => "=";

    /// <inheritdoc/>
    internal override bool MayBegin(LineBeginning beginning) => beginning != LineBeginning.Prose;

    /// <inheritdoc/>
    internal override bool NamesFields => true;

    /// <inheritdoc/>
    internal override bool ReadFields(ReadOnlySpan<byte> line, in LineFields fields, FieldSink sink)
    {
        var pairs = new LogfmtPairs(line);
        while (pairs.MoveNext())
        {
            sink.Add(pairs.Name.Of(line), pairs.Value.Of(line), FieldSyntax.Escaped);
        }

        return true;
    }

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        if (!char.IsAsciiLetter((char)line[0]) && line[0] != '@')
        {
            return false;
        }

        var pairs = new LogfmtPairs(line);
        fields = default;
        var keyed = new KeyedFields(line, ref fields);
        int count = 0;
        for (; pairs.MoveNext(); count++)
        {
            keyed.Take(FieldNames.Find(pairs.Name.Of(line)), pairs.Value, isText: true);
        }

        keyed.Complete();
        fields.HasEscapes = true;
        return count > 1 && !pairs.IsBroken && !AuditFormat.Matches(line) && (fields.HasLevel || fields.Status != 0 || (!fields.Timestamp.IsEmpty && !fields.Message.IsEmpty));
    }
}
