namespace LogAnalysis.Model;

/// <summary>A condition that a whole entry meets or does not. It is asked on any thread.</summary>
internal interface IEntryTest
{
    /// <summary>Whether an entry meets it.</summary>
    bool Includes(LogEntry entry);
}
