using System.Collections.Specialized;

namespace LogAnalysis.Model;

/// <summary>Makes a dictionary of all fields of an entry.</summary>
internal sealed class FieldGatherer : FieldSink
{
    private readonly FieldDictionary _fields = new();
    private readonly LogEntry _entry;
    private HashSet<string>? _ofHeader;

    private FieldGatherer(LogEntry entry) => _entry = entry;

    /// <summary>The fields of an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="reader">Reads its fields.</param>
    public static OrderedDictionary Gather(LogEntry entry, IFieldReader reader)
    {
        var gatherer = new FieldGatherer(entry);
        reader.Read(entry.AsLine(), gatherer);
        return gatherer._fields.ToDictionary();
    }

    /// <inheritdoc/>
    public override void Add(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, FieldSyntax syntax)
    {
        string text = FieldValue.Text(name, FieldSyntax.JsonString);
        if (_ofHeader?.Contains(text) != true)
        {
            _fields.Add(text, FieldValue.Read(value, syntax, _entry.AsLine()));
        }
    }

    /// <inheritdoc/>
    public override void BeginMessage() => _ofHeader = new HashSet<string>(_fields.Names, StringComparer.OrdinalIgnoreCase);
}
