using LogAnalysis.Formats;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Parsing;

/// <summary>An entry of a registered format: the lines below the first may hold what it lacks, each by a pattern of its own.</summary>
internal sealed class PendingUserEntry(KeptLines lines, in LineFields first, UserFormat format) : PendingHeader(lines, in first)
{
    /// <summary>Further lines belong to the entry, and give it nothing.</summary>
    private const int MaxLines = 24;

    /// <inheritdoc/>
    public override bool TryAdd(ReadOnlySpan<byte> text, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> time, in LinePosition place)
    {
        LineFields fields = default;
        if (Lines.Count == MaxLines || plain.IsEmpty || !format.TryParseFurther(plain, ref fields))
        {
            return false;
        }

        LineFields none = default;
        Fill(in fields, plain);
        Add(text, plain, time, in none, in place);
        return true;
    }

    /// <inheritdoc/>
    public override LineFields FieldsOf(int line)
    {
        LineFields fields = base.FieldsOf(line);

        // What was taken from other lines is behind the text of the first one, and is no part of its message.
        fields.Message = line == 0 ? fields.Message.Or(new ByteRange(0, Lines.PlainOf(0).Length)) : fields.Message;
        return fields;
    }
}
