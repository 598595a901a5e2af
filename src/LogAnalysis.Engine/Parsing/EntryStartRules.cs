using LogAnalysis.Formats;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Parsing;

/// <summary>Tells which lines begin an entry whatever is before them, or little of it: reading can begin with them.</summary>
/// <param name="formats">Recognises lines.</param>
internal readonly struct EntryStartRules(FormatDetector formats)
{
    /// <summary>Whether a line begins an entry after any other line of the same columns.</summary>
    public bool IsEntry(ReadOnlySpan<byte> line) => !PrefixReader.IsPrefixed(line, formats) && formats.StartsEntry(line);

    /// <summary>Whether a line begins an entry after any other line of the same columns that is whole; behind the time of a container's runtime, if there is one.</summary>
    public bool IsEntryOfRuntime(ReadOnlySpan<byte> line)
    {
        LinePrefix prefix = LinePrefix.Match(line);
        return IsOfRuntime(in prefix) ? formats.StartsEntry(line[prefix.Length..]) : IsEntry(line);
    }

    /// <summary>Whether a line begins an entry of plain text where <see cref="LineClassifier.IsInText"/> is true of those before; behind the time of a container's runtime, if there is one.</summary>
    public bool IsText(ReadOnlySpan<byte> line)
    {
        LinePrefix prefix = LinePrefix.Match(line);
        ReadOnlySpan<byte> own = line[prefix.Length..];
        return (prefix.Length == 0 || IsOfRuntime(in prefix)) && Prose.Begins(own, out _) && !ContinuationShape.Matches(own) && IsPlainText(own);
    }

    /// <summary>Whether a prefix certainly is of a container's runtime, which does not name the container.</summary>
    private static bool IsOfRuntime(in LinePrefix prefix) => prefix.Length > 0 && prefix.Container.IsEmpty && !prefix.MayBeOwn;

    /// <summary>Whether a line is of no format, has no element in it, and declares nothing.</summary>
    private bool IsPlainText(ReadOnlySpan<byte> line)
    {
        LineFields fields = default;
        return formats.IsPlain(line) && line.IndexOfAny("{[<"u8) < 0 && !TableState.IsDeclaration(line) && formats.DetectStructured(line, ref fields) is null
            && LogFormats.FindAmongText(line, ref fields) == LogFormats.Text;
    }
}
