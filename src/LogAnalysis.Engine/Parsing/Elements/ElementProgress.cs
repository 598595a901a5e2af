namespace LogAnalysis.Parsing;

/// <summary>What came of the text in which the end of an element was looked for.</summary>
internal enum ElementProgress
{
    /// <summary>The element goes on in the next line.</summary>
    Incomplete,

    /// <summary>It ends in this text.</summary>
    Complete,

    /// <summary>It is no entry: the elements are within it, from here on.</summary>
    Batch,

    /// <summary>It is no element.</summary>
    Broken,
}
