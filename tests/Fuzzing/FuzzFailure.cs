namespace LogAnalysis.Tests.Fuzzing;

/// <summary>An input that broke a promise.</summary>
/// <param name="Target">The name of what was given it.</param>
/// <param name="Input">The input.</param>
/// <param name="Reason">What happened.</param>
internal sealed record FuzzFailure(string Target, byte[] Input, string Reason)
{
    private const char Separator = '\t';

    /// <summary>One line, by which it can be tried again: <c>LOGANALYSIS_FUZZ_REPLAY</c> names a file of such.</summary>
    public override string ToString() => string.Join(Separator, Target, Convert.ToBase64String(Input), Reason.ReplaceLineEndings(" ").Replace(Separator, ' '));

    /// <summary>The failure that a line holds.</summary>
    /// <exception cref="FormatException">It holds none.</exception>
    public static FuzzFailure Parse(string line)
    {
        string[] parts = line.Split(Separator);
        return parts.Length == 3
            ? new FuzzFailure(parts[0], Convert.FromBase64String(parts[1]), parts[2])
            : throw new FormatException("A failure is a target, an input in base 64 and a reason, with tabs between.");
    }
}
