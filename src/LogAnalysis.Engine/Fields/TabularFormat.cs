using LogAnalysis.Model;

namespace LogAnalysis.Fields;

/// <summary>A format whose lines mean what a line above them declares: rows of a table.</summary>
internal abstract class TabularFormat : LogFormat
{
    private protected TabularFormat(string name, string description, string example)
        : base(name, description, example)
    {
    }

    /// <summary>Whether a column that is not named after the message may hold it.</summary>
    internal virtual bool TakesOtherMessages => false;

    /// <summary>A row is recognised by the columns that were declared, never by itself.</summary>
    internal sealed override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields) => false;

    /// <summary>What a column holds.</summary>
    /// <param name="name">Its normalized name.</param>
    internal virtual FieldKind KindOf(string name) => ColumnNames.Find(name);

    /// <summary>The fewest values of a row.</summary>
    /// <param name="columns">How many columns are declared.</param>
    internal virtual int MinValues(int columns) => columns;

    /// <summary>Completes the fields that were found in a row.</summary>
    internal abstract void Refine(ReadOnlySpan<byte> line, ColumnLayout layout, ref LineFields fields);
}
