namespace LogAnalysis.Model;

/// <summary>Reads the named fields of entries when they are asked for.</summary>
internal interface IFieldReader
{
    /// <summary>Passes the fields of an entry to a sink, as long as that wants any.</summary>
    /// <param name="line">The entry, or its first line.</param>
    /// <param name="sink">Takes the fields.</param>
    void Read(in LogLine line, FieldSink sink);
}
