namespace LogAnalysis.Parsing;

/// <summary>How a line is looked at for elements. Each is looked at a few times at most, whatever lines there are.</summary>
internal enum ElementReading
{
    /// <summary>For the first time.</summary>
    First,

    /// <summary>Again, since it was kept for an element that turned out to be none: it may begin another.</summary>
    Again,

    /// <summary>Again, since it was kept for an element that is no entry: those within it are.</summary>
    Batch,

    /// <summary>Not at all: it is what it is by itself.</summary>
    Never,
}
