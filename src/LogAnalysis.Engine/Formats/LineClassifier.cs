namespace LogAnalysis.Formats;

/// <summary>
/// Says of each line of one source what it is: the beginning of an entry, in which format and of which level, or a continuation
/// of the entry before. Its only memory is that entry's format and level.
/// </summary>
internal sealed class LineClassifier
{
    private LogFormat? _entryFormat;
    private LogLevel _entryLevel;

    /// <summary>Classifies the next line.</summary>
    /// <param name="line">The line in UTF-8, without its line end.</param>
    /// <param name="fields">Receives its fields.</param>
    /// <param name="level">Receives its level, or that of the entry it belongs to.</param>
    /// <param name="format">Receives the entry's format.</param>
    /// <returns>Whether the line is a continuation.</returns>
    public bool Classify(ReadOnlySpan<byte> line, ref LineFields fields, out LogLevel level, out LogFormat format)
    {
        LogFormat? recognised = line.IsEmpty ? null : Recognise(line, ref fields);
        bool continuation = recognised is null;
        if (recognised is not null)
        {
            _entryFormat = recognised;
            _entryLevel = LevelRules.Decide(line, in fields);
        }
        else
        {
            fields = default;
        }

        level = _entryLevel;
        format = _entryFormat ?? LogFormats.Text;
        return continuation;
    }

    /// <summary>The format of the entry that the line begins; null where it begins none.</summary>
    private LogFormat? Recognise(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        foreach (LogFormat format in LogFormats.Structured)
        {
            if (format.TryParse(line, ref fields))
            {
                return format;
            }
        }

        bool continues = _entryFormat?.Continuation switch
        {
            ContinuationRule.Everything => true,
            ContinuationRule.IndentedLines => ContinuationShape.Matches(line),
            _ => false,
        };
        if (continues)
        {
            return null;
        }

        return LogFormats.Text.TryParse(line, ref fields) ? LogFormats.Text : null;
    }
}
