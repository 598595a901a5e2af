namespace LogAnalysis.Formats;

/// <summary>Why no format can be made of a definition.</summary>
internal enum FormatProblem
{
    /// <summary>Its name cannot be one.</summary>
    Name,

    /// <summary>One of its regular expressions is malformed.</summary>
    Pattern,

    /// <summary>None of its regular expressions has a named group.</summary>
    NoNamedGroup,

    /// <summary>It says what levels mean, and has no group for them.</summary>
    NoLevelGroup,

    /// <summary>It says how times look, and has no group for them.</summary>
    NoTimeGroup,

    /// <summary>One of its layouts of times is malformed, or has no day.</summary>
    TimeLayout,
}
