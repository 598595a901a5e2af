namespace LogAnalysis.Model;

/// <summary>Takes the named fields of an entry, in the order in which its log writes them.</summary>
internal abstract class FieldSink
{
    /// <summary>Whether no further member of a JSON object is wanted, in which no name comes twice.</summary>
    public virtual bool IsComplete => false;

    /// <summary>Takes a field.</summary>
    /// <param name="name">Its name, as the log writes it; where the log writes none, one of the common names.</param>
    /// <param name="value">Its value. Name and value are valid only during the call.</param>
    /// <param name="syntax">How the value is written.</param>
    public abstract void Add(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, FieldSyntax syntax = FieldSyntax.Plain);

    /// <summary>Takes a field, unless its value is empty or a dash, with which many logs say that there is none.</summary>
    public void AddKnown(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, FieldSyntax syntax = FieldSyntax.Plain)
    {
        if (value is not ([] or [(byte)'-']))
        {
            Add(name, value, syntax);
        }
    }

    /// <summary>What follows is from the text of the message: a field that had a name of its own before is known better.</summary>
    public virtual void BeginMessage()
    {
    }
}
