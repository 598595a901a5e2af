using LogAnalysis.Fields;
using LogAnalysis.Formats;
using LogAnalysis.Model;

namespace LogAnalysis.Parsing;

/// <summary>
/// Entries within entries: what a program writes to syslog, to a container's log or after the time of another logger can be a line of
/// any format itself. Its level and status then are the entry's.
/// </summary>
internal static class EmbeddedEntry
{
    /// <summary>How far into a line of unknown format JSON is looked for.</summary>
    private const int MaxPrefixLength = 120;

    /// <summary>Looks into the message of an entry, if its format may carry others.</summary>
    /// <param name="line">The line.</param>
    /// <param name="outer">The format in which it was recognised.</param>
    /// <param name="fields">Its fields; those of the entry within, completed from its own, where there is one.</param>
    /// <returns>The format of the entry within, or <paramref name="outer"/>.</returns>
    public static LogFormat Unwrap(ReadOnlySpan<byte> line, LogFormat outer, ref LineFields fields)
    {
        if (fields.Status != 0 || fields.Message.IsEmpty || !outer.MayCarry(line, in fields))
        {
            return outer;
        }

        int start = fields.Message.Start;
        int blanks = line[start..fields.Message.End].IndexOfAnyExcept((byte)' ');
        if (blanks < 0)
        {
            return outer;
        }

        start += blanks;
        LineFields inner = default;
        ReadOnlySpan<byte> text = line[start..fields.Message.End];
        LogFormat? format = Find(text, outer, ref inner) ?? (TryFindJson(text, ref inner) ? JsonFormat.Instance : null);
        if (format is null)
        {
            // A time in brackets was taken for a part of the header.
            start = fields.Timestamp.End + 1;
            text = start < fields.Message.Start && line[start] == '[' ? line[start..fields.Message.End] : default;
            format = text.IsEmpty ? null : Find(text, outer, ref inner);
            format = format is not null && IsLabel(format) ? null : format;
        }

        if (format is null)
        {
            // The name of a program, as Heroku writes it, was taken for a part of the message.
            start = fields.Message.Start + SkipProgram(fields.Message.Of(line));
            text = start > fields.Message.Start && start < fields.Message.End ? line[start..fields.Message.End] : default;
            format = text.IsEmpty ? null : Find(text, outer, ref inner);
        }

        if (format is null || (!inner.HasLevel && inner.Status == 0))
        {
            return outer;
        }

        inner.Shift(start);
        bool isLabel = IsLabel(format);
        inner.EmbeddedAt = isLabel ? 0 : start;
        bool outerDecides = fields.HasLevel && isLabel;
        inner.HasLevel &= !outerDecides;

        // A web server's line has no level, and the priority that it was sent with is none: its status decides.
        fields.HasLevel &= inner.Status == 0;
        inner.Fill(in fields);
        fields = inner;
        return isLabel ? outer : format;
    }

    /// <summary>The length of <c>heroku[router]: </c> at the beginning of a message; 0 if there is no such name.</summary>
    private static int SkipProgram(ReadOnlySpan<byte> message)
    {
        int end = message[..Math.Min(message.Length, MaxPrefixLength)].IndexOf("]: "u8);
        return end > 0 && !message[..end].Contains((byte)' ') ? end + "]: ".Length : 0;
    }

    /// <summary>Looks for JSON after a prefix of an unknown kind.</summary>
    /// <returns>Whether a line that no format recognises ends with an object that states a level or status.</returns>
    public static bool TryFindJson(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int brace = line[^1] == '}' ? line[..Math.Min(line.Length, MaxPrefixLength)].IndexOf((byte)'{') : -1;
        if (brace <= 0 || !JsonFormat.Instance.TryParse(line[brace..], ref fields) || (!fields.HasLevel && fields.Status == 0))
        {
            return false;
        }

        fields.Shift(brace);
        fields.EmbeddedAt = brace;
        return true;
    }

    /// <summary>Whether lines of a format have hardly more than a level and a message.</summary>
    public static bool IsLabel(LogFormat format) => format is BareLevelFormat or ToolFormat or CiscoFormat;

    private static LogFormat? Find(ReadOnlySpan<byte> text, LogFormat outer, ref LineFields inner)
    {
        foreach (LogFormat format in LogFormats.CandidatesFor(text))
        {
            if (format != outer && !IsThread(text, outer) && format.TryParse(text, ref inner))
            {
                format.ParseRest(text, ref inner);
                return format;
            }
        }

        return null;
    }

    /// <summary>A number in angle brackets is a priority at the beginning of a line; behind a time and before a space it is a thread.</summary>
    private static bool IsThread(ReadOnlySpan<byte> text, LogFormat outer) =>
        text[0] == '<' && outer == ApplicationFormat.Instance && SyslogSeverity.Match(text, out _) is > 0 and int end && end < text.Length && text[end] == ' ';
}
