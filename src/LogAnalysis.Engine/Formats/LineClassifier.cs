namespace LogAnalysis.Formats;

/// <summary>
/// Says of each line of one source what it is: the beginning of an entry, in which format and of which level, or a continuation
/// of the entry before. Its memory is that entry's container, format and level, and the fields that a W3C log has declared.
/// </summary>
internal sealed class LineClassifier
{
    private LogFormat? _entryFormat;
    private LogLevel _entryLevel;
    private byte[] _entryContainer = [];
    private W3cFields? _w3cFields;

    /// <summary>Classifies the next line.</summary>
    /// <param name="line">The line in UTF-8, without its line end.</param>
    /// <param name="fields">Receives its fields.</param>
    /// <param name="level">Receives its level, or that of the entry it belongs to.</param>
    /// <param name="format">Receives the entry's format.</param>
    /// <returns>Whether the line is a continuation.</returns>
    public bool Classify(ReadOnlySpan<byte> line, ref LineFields fields, out LogLevel level, out LogFormat format)
    {
        int prefix = MatchContainer(line, ref fields);
        ReadOnlySpan<byte> own = line[prefix..];
        ReadOnlySpan<byte> container = line[..prefix];
        bool sameContainer = container.SequenceEqual(_entryContainer);
        LogFormat? recognised = Recognise(own, sameContainer ? _entryFormat : null, ref fields);
        if (recognised is not null)
        {
            _entryFormat = recognised;
            _entryLevel = LevelRules.Decide(own, in fields);
            _entryContainer = sameContainer ? _entryContainer : container.ToArray();
            fields.Shift(prefix);
        }
        else
        {
            fields = default;
        }

        level = _entryLevel;
        format = _entryFormat ?? LogFormats.Text;
        return recognised is null;
    }

    /// <summary>
    /// The length of a container's name before the line. In a log that has entries outside of containers, what merely looks like
    /// such a name counts only before an entry with a shape of its own.
    /// </summary>
    private int MatchContainer(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int prefix = ContainerPrefix.Match(line);
        bool doubtful = prefix > 0 && _entryFormat is not null && _entryContainer.Length == 0;
        return doubtful && FindStructured(line[prefix..], ref fields) is null ? 0 : prefix;
    }

    /// <summary>The format of the entry that a line begins; null where it continues one of the format <paramref name="before"/>.</summary>
    private LogFormat? Recognise(ReadOnlySpan<byte> line, LogFormat? before, ref LineFields fields)
    {
        if (line.IsEmpty || IsDirective(line))
        {
            return null;
        }

        if (FindStructured(line, ref fields) is LogFormat structured)
        {
            return fields.ContinuesEntry && before is not null ? null : structured;
        }

        bool continues = before?.Continuation switch
        {
            ContinuationRule.Everything => true,
            ContinuationRule.IndentedLines => ContinuationShape.Matches(line),
            _ => false,
        };
        return !continues && LogFormats.Text.TryParse(line, ref fields) ? LogFormats.Text : null;
    }

    private LogFormat? FindStructured(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        if (line.IsEmpty)
        {
            return null;
        }

        if (_w3cFields is not null && W3cFormat.TryParse(line, _w3cFields, ref fields))
        {
            return W3cFormat.Instance;
        }

        foreach (LogFormat format in LogFormats.Structured)
        {
            if (format.TryParse(line, ref fields))
            {
                return format;
            }
        }

        return null;
    }

    /// <summary>A line of a W3C log that speaks of the log itself; one of them declares its fields.</summary>
    private bool IsDirective(ReadOnlySpan<byte> line)
    {
        if (line[0] != '#' || !W3cDirective.Matches(line))
        {
            return false;
        }

        _w3cFields = W3cFields.Parse(line) ?? _w3cFields;
        return true;
    }
}
