using LogAnalysis.Files;

namespace LogAnalysis.Following;

/// <summary>How far a file was read, and what identifies it.</summary>
/// <param name="Path">The path that is followed. The file itself may have been renamed since.</param>
/// <param name="State">What the file was to that path.</param>
/// <param name="Identity">Which file it is.</param>
/// <param name="Offset">Where the first line begins that was not taken, in bytes.</param>
/// <param name="Lines">How many lines are before it; null when that is not known.</param>
/// <param name="Fingerprint">What the file held then.</param>
internal sealed record LogPosition(string Path, LogState State, FileIdentity Identity, long Offset, long? Lines, Fingerprint Fingerprint)
{
    /// <summary>Whether an open file is this one, still holding what was read of it.</summary>
    /// <exception cref="IOException">Reading failed.</exception>
    public bool Matches(LogContent content) => content.Identity == Identity && Fingerprint.Matches(content, Offset);

    /// <summary>Whether a file holds what was read of this one, whatever file it is: a copy, perhaps a compressed one.</summary>
    /// <exception cref="IOException">Reading failed.</exception>
    public bool MatchesCopy(LogContent content) => Fingerprint.HeadLength > 0 && Fingerprint.Matches(content, Offset);
}
