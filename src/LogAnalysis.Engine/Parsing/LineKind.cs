namespace LogAnalysis.Parsing;

/// <summary>What a line is to the entries of its log.</summary>
internal enum LineKind
{
    /// <summary>It begins an entry.</summary>
    Entry,

    /// <summary>It belongs to the entry before.</summary>
    Continuation,

    /// <summary>It has elements that are entries, or begins one: nothing is known of it yet.</summary>
    Elements,
}
