namespace LogAnalysis.Model;

/// <summary>Bytes that few lines have, and that are to be looked for in each line of a block that has them.</summary>
[Flags]
internal enum SpecialBytes
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>Escapes, with which terminal control sequences begin.</summary>
    Escape = 1,

    /// <summary>NUL bytes.</summary>
    Nul = 2,

    /// <summary>It is not known which.</summary>
    Any = Escape | Nul,
}
