namespace LogAnalysis.Files;

/// <summary>What a file has in it.</summary>
internal enum ContentKind
{
    /// <summary>Text, or nothing.</summary>
    Text,

    /// <summary>Other content: it has no lines.</summary>
    Binary,

    /// <summary>Nothing but NUL bytes: space that was reserved and not written yet.</summary>
    Hole,
}
