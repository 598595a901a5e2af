namespace LogAnalysis.Querying;

/// <summary>How much two names differ.</summary>
/// <remarks>Source: Levenshtein, "Binary codes capable of correcting deletions, insertions, and reversals", 1966; by rows, as Wagner and Fischer compute it.</remarks>
internal static class TextDistance
{
    /// <summary>Longer names are compared by their beginnings.</summary>
    private const int MaxLength = 64;

    /// <summary>How many characters have to be changed, added or removed. What one holds of the other counts half.</summary>
    public static int Between(string one, string other)
    {
        ReadOnlySpan<char> left = one.AsSpan(0, Math.Min(one.Length, MaxLength));
        ReadOnlySpan<char> right = other.AsSpan(0, Math.Min(other.Length, MaxLength));
        if (left.IsEmpty || right.IsEmpty || left.Contains(right, StringComparison.Ordinal) || right.Contains(left, StringComparison.Ordinal))
        {
            return Math.Abs(left.Length - right.Length) / 2;
        }

        Span<int> row = stackalloc int[MaxLength + 1];
        for (int column = 0; column <= right.Length; column++)
        {
            row[column] = column;
        }

        for (int line = 1; line <= left.Length; line++)
        {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column <= right.Length; column++)
            {
                int replaced = diagonal + (left[line - 1] == right[column - 1] ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.Min(replaced, Math.Min(row[column - 1], row[column]) + 1);
            }
        }

        return row[right.Length];
    }
}
