namespace LogAnalysis.Tests.Fuzzing;

/// <summary>One change to an input.</summary>
/// <param name="Kind">Which: what is made of the other three depends on it.</param>
/// <param name="Place">Where, from 0 at the beginning to 1 at the end.</param>
/// <param name="Length">How much of it, in bytes.</param>
/// <param name="Piece">What is put there.</param>
internal sealed record Mutation(MutationKind Kind, double Place, int Length, byte[] Piece)
{
    private const int MaxRepeats = 300;

    /// <summary>What becomes of an input.</summary>
    public byte[] Apply(byte[] input)
    {
        int at = (int)(Place * input.Length);
        int end = Math.Min(input.Length, at + Length);
        return Kind switch
        {
            MutationKind.Insert => [.. input[..at], .. Piece, .. input[at..]],
            MutationKind.Replace => [.. input[..at], .. Piece, .. input[end..]],
            MutationKind.Remove => [.. input[..at], .. input[end..]],
            MutationKind.Cut => input[..at],
            MutationKind.Swap => [.. input[at..], .. input[..at]],
            MutationKind.Flip => Flip(input, at),
            MutationKind.Repeat => Repeat(input[..at], input[at..end], input[end..]),
            _ => Repeat(input[..at], Piece, input[at..]),
        };
    }

    private byte[] Flip(byte[] input, int at)
    {
        byte[] flipped = [.. input];
        if (at < flipped.Length)
        {
            flipped[at] ^= (byte)(1 << (Length & 7));
        }

        return flipped;
    }

    private byte[] Repeat(byte[] before, byte[] piece, byte[] after) =>
        [.. before, .. Enumerable.Repeat(piece, Math.Min(MaxRepeats, 1 + (Length * Length / 16))).SelectMany(bytes => bytes), .. after];
}
