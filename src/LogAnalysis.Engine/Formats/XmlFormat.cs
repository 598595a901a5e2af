using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>A format whose entries are XML elements, each on a line of its own, over several lines, or several in one.</summary>
internal abstract class XmlFormat(string name, string description, string example) : LogFormat(name, description, example)
{
    /// <summary>All of them.</summary>
    public static readonly XmlFormat[] All = [new Log4jXmlFormat(), new JavaXmlFormat(), new WindowsEventXmlFormat(), new NpsXmlFormat()];

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.IndentedLines;

    /// <inheritdoc/>
    internal override string FirstBytes => "<";

    /// <summary>The format whose elements begin so; null if there is none.</summary>
    /// <param name="text">A text that begins with a start tag.</param>
    /// <param name="name">The name in it.</param>
    public static XmlFormat? Find(ReadOnlySpan<byte> text, ReadOnlySpan<byte> name)
    {
        foreach (XmlFormat format in All)
        {
            if (format.IsEntry(text, name))
            {
                return format;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        ReadOnlySpan<byte> name = XmlTag.NameOf(line);
        if (name.IsEmpty || !IsEntry(line, name))
        {
            return false;
        }

        fields = default;
        fields.HasMarkup = true;
        var elements = new XmlElements(line);
        while (elements.MoveNext())
        {
            Take(line, in elements, ref fields);
        }

        return elements.IsWhole && (fields.HasLevel || !fields.Timestamp.IsEmpty);
    }

    /// <summary>Whether an element with such a start tag is an entry.</summary>
    /// <param name="text">A text that begins with the tag.</param>
    /// <param name="name">The name in it.</param>
    private protected abstract bool IsEntry(ReadOnlySpan<byte> text, ReadOnlySpan<byte> name);

    /// <summary>Takes what an element tells; those within come before those around them.</summary>
    private protected abstract void Take(ReadOnlySpan<byte> line, in XmlElements element, ref LineFields fields);

    /// <summary>Takes the level that a word names.</summary>
    private protected static void TakeLevel(ReadOnlySpan<byte> word, ref LineFields fields)
    {
        fields.HasLevel = !word.IsEmpty;
        fields.Level = LevelNames.TryParse(word.Trim((byte)' '), out LogLevel level) ? level : LogLevel.Unknown;
    }
}
