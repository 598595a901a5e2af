namespace LogAnalysis.Model;

/// <summary>Which lines that no structured format recognises belong to the entry before them.</summary>
internal enum ContinuationRule
{
    /// <summary>None: entries of this format are one line by definition (access logs).</summary>
    None,

    /// <summary>Indented and empty lines, and stack frames (JSON lines, text without timestamps).</summary>
    IndentedLines,

    /// <summary>Every line that does not begin an entry itself (application logs: traces, wrapped SQL, dumps).</summary>
    Everything,
}
