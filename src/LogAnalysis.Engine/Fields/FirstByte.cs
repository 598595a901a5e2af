namespace LogAnalysis.Fields;

/// <summary>Bytes with which lines begin, for <see cref="LogFormat.FirstBytes"/>.</summary>
internal static class FirstByte
{
    public const string Digits = "0123456789";

    public const string Capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    public const string Letters = Capitals + "abcdefghijklmnopqrstuvwxyz";

    /// <summary>All but the brace, with which lines of JSON begin and few others.</summary>
    public static readonly string NoBrace = string.Concat(Enumerable.Range(0, 256).Select(first => (char)first).Where(first => first != '{'));

    /// <summary>The letters that stand for levels.</summary>
    public const string LevelLetters = "TVDINWECFA";
}
