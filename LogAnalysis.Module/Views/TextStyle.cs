namespace LogAnalysis.Views;

/// <summary>What a colour stands for. <see cref="Palette"/> knows which one that is.</summary>
internal enum TextStyle
{
    /// <summary>The terminal's own.</summary>
    None,

    /// <summary>What is in order: 2xx.</summary>
    Good,

    /// <summary>What is worth a look: 3xx, notices.</summary>
    Notable,

    /// <summary>What may go wrong: warnings, 4xx.</summary>
    Warning,

    /// <summary>What went wrong: errors, 5xx.</summary>
    Error,

    /// <summary>What went wrong altogether.</summary>
    Critical,

    /// <summary>What may be passed over: debug and trace.</summary>
    Faint,

    /// <summary>Titles.</summary>
    Strong,
}
