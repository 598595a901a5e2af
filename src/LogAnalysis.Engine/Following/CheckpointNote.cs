namespace LogAnalysis.Following;

/// <summary>What was taken since a checkpoint was saved, or since the note before.</summary>
/// <param name="Seen">As in a <see cref="Checkpoint"/>.</param>
/// <param name="Positions">The positions that changed; or all, in their order.</param>
/// <param name="Places">The place of each among all positions; null where these are all.</param>
internal sealed record CheckpointNote(DateTime Seen, IReadOnlyList<LogPosition> Positions, IReadOnlyList<int>? Places = null)
{
    /// <summary>Whether it depends on the notes before.</summary>
    public bool IsChange => Places is not null;

    /// <summary>Brings positions up to date.</summary>
    /// <returns>False where these are not the positions that it was made for: they stay as they are.</returns>
    public bool TryApplyTo(List<LogPosition> positions)
    {
        if (Places is null)
        {
            positions.Clear();
            positions.AddRange(Positions);
            return true;
        }

        if (Places.Count != Positions.Count || Places.Any(place => place < 0 || place >= positions.Count))
        {
            return false;
        }

        for (int i = 0; i < Places.Count; i++)
        {
            positions[Places[i]] = Positions[i];
        }

        return true;
    }
}
