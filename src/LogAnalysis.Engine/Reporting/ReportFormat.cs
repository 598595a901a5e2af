namespace LogAnalysis;

/// <summary>What <c>Export-LogReport</c> can write.</summary>
public enum ReportFormat
{
    /// <summary>One page that holds all it needs and no script: <c>.html</c>, <c>.htm</c>.</summary>
    Html,

    /// <summary>All properties, for programs, and for <c>Get-LogReport</c> to merge: <c>.json</c>.</summary>
    Json,

    /// <summary>One table a section, for spreadsheets: <c>.csv</c>.</summary>
    Csv,

    /// <summary>Key figures and small tables, for a pull request or a chat: <c>.md</c>, <c>.markdown</c>.</summary>
    Markdown,
}
