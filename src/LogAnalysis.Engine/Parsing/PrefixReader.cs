using LogAnalysis.Formats;
using LogAnalysis.Model;

namespace LogAnalysis.Parsing;

/// <summary>
/// Tells whether what looks like a prefix of a runtime is one: the name of a container may be a word of the text, and the time that of the
/// program.
/// </summary>
internal static class PrefixReader
{
    /// <summary>
    /// What precedes a line. In a log that has entries outside of containers, what merely looks like the name of a container that was
    /// not seen before counts only before an entry with a shape of its own.
    /// </summary>
    /// <param name="line">The line.</param>
    /// <param name="formats">Recognises what follows.</param>
    /// <param name="entries">The entries before.</param>
    public static LinePrefix Match(ReadOnlySpan<byte> line, FormatDetector formats, EntryStates entries)
    {
        LinePrefix prefix = LinePrefix.Match(line);
        if (prefix.MayBeOwn)
        {
            return IsTimeOfRuntime(line, in prefix, formats, entries) ? prefix
                : IsResource(in prefix) && ContinuationShape.IsTrace(line[prefix.Length..]) ? prefix with { Container = default }
                : HasContainerBefore(in prefix) ? new LinePrefix(prefix.Container.Length, prefix.Container, default, IsPartial: false, MayBeOwn: false)
                : default;
        }

        LineFields fields = default;
        ReadOnlySpan<byte> container = prefix.Container.Of(line);
        if (ContainerPrefix.IsBracketed(container) && char.IsWhiteSpace((char)line[prefix.Length]) && entries.Find(container) is null)
        {
            return default;
        }

        bool isDoubtful = !container.IsEmpty && prefix.Timestamp.IsEmpty && entries.Outside.Format is not null && entries.Find(container) is null;
        return isDoubtful && formats.DetectStructured(line[prefix.Length..], ref fields) is null ? default : prefix;
    }

    /// <summary>Whether a line has a prefix whatever was before it.</summary>
    public static bool IsPrefixed(ReadOnlySpan<byte> line, FormatDetector formats)
    {
        LinePrefix prefix = LinePrefix.Match(line);
        return prefix.Length > 0 && !(prefix.MayBeOwn && !HasOwnShape(line, in prefix, formats) && HasLevelBehindTime(line[prefix.Timestamp.Start..]));
    }

    private static bool IsTimeOfRuntime(ReadOnlySpan<byte> line, in LinePrefix prefix, FormatDetector formats, EntryStates entries)
    {
        if (HasOwnShape(line, in prefix, formats))
        {
            return true;
        }

        if (HasLevelBehindTime(line[prefix.Timestamp.Start..]))
        {
            return false;
        }

        ReadOnlySpan<byte> own = line[prefix.Length..];
        EntryState? state = entries.Find(prefix.Container.Of(line));
        return IsResource(in prefix)
            ? state is not null && !own.IsEmpty && ContinuationShape.Matches(own)
            : own.IsEmpty || state?.Format is null || state.IsPrefixed;
    }

    private static bool HasContainerBefore(in LinePrefix prefix) => prefix.Timestamp.Start > 0;

    /// <summary>Whether the name is behind the time.</summary>
    private static bool IsResource(in LinePrefix prefix) => !prefix.Container.IsEmpty && !HasContainerBefore(in prefix);

    /// <summary>Whether what follows is an entry by itself; behind a name in brackets by more than the word for a level, since a thread may be in them.</summary>
    private static bool HasOwnShape(ReadOnlySpan<byte> line, in LinePrefix prefix, FormatDetector formats)
    {
        LineFields fields = default;
        LogFormat? format = formats.DetectStructured(line[prefix.Length..], ref fields);
        return format is not null && !(IsResource(in prefix) && EmbeddedEntry.IsLabel(format));
    }

    private static bool HasLevelBehindTime(ReadOnlySpan<byte> line)
    {
        LineFields fields = default;
        return ApplicationFormat.Instance.TryParse(line, ref fields) && fields.HasLevel;
    }
}
