namespace LogAnalysis.Files;

/// <summary>A log within an archive.</summary>
/// <param name="Path">The path of the archive, and the member's name behind it.</param>
/// <param name="Name">Its name within the archive, with the names of archives within it, with the separators of this platform.</param>
/// <param name="Place">Which member it is; within archives in archives, which member of each.</param>
/// <param name="LastWritten">When it was last written, in UTC.</param>
internal sealed record ArchiveMember(string Path, string Name, int[] Place, DateTime LastWritten);
