namespace LogAnalysis.Bench.Generating;

/// <summary>Nothing but errors: <c>2025-03-10 06:00:00 ERROR the session of anna has failed</c>. How their messages differ is what is measured.</summary>
/// <param name="message">Makes a message.</param>
internal sealed class MessageLog(Func<Rng, string> message) : ILogSource
{
    private readonly Rng _rng = new(4);
    private readonly LogClock _clock = new(new Rng(5), maxStep: 20, "yyyy-MM-dd HH:mm:ss");

    /// <summary>All messages are equal.</summary>
    public static MessageLog Equal() => new(_ => "the session of anna on station seven has failed");

    /// <summary>One sentence, with two words that hardly ever come again.</summary>
    public static MessageLog OneKind() => new(rng => $"the {Word(rng)} of {Word(rng)} on station seven has failed");

    /// <summary>Two to seven words that hardly ever come again.</summary>
    public static MessageLog NoKind() => new(rng => string.Join(' ', Enumerable.Range(0, 2 + rng.Below(6)).Select(_ => Word(rng))));

    public string Next(LogTruth truth)
    {
        _clock.Advance();
        truth.Add(LogLevel.Error);
        return $"{_clock.Second} ERROR {message(_rng)}\n";
    }

    private static string Word(Rng rng) => string.Create(4 + rng.Below(6), rng, static (text, rng) =>
    {
        for (int i = 0; i < text.Length; i++)
        {
            text[i] = (char)('a' + rng.Below(26));
        }
    });
}
