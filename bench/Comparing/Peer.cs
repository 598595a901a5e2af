namespace LogAnalysis.Bench.Comparing;

/// <summary>A tool that does the same as the module, or what people do instead.</summary>
/// <param name="Name">How it is called, for people.</param>
/// <param name="Program">The program that must be installed for it.</param>
/// <param name="Question">What it is asked.</param>
internal sealed record Peer(string Name, string Program, Question Question)
{
    /// <summary>What stands for the log's path in <see cref="Arguments"/> and <see cref="Command"/>.</summary>
    public const string LogPlaceholder = "<log>";

    /// <summary>The arguments of the program.</summary>
    public string[] Arguments { get; init; } = [];

    /// <summary>A command of PowerShell that runs in a session, rather than the program as a process; null for none.</summary>
    public string? Command { get; init; }

    /// <summary>An expression that makes names and counts of what the command gives, <c>$result</c>.</summary>
    public string Answer { get; init; } = "$result";

    /// <summary>How much of its time the module may take at the most; null where nothing is demanded.</summary>
    public double? AtMost { get; init; }

    /// <summary>Makes names and counts of what the program prints.</summary>
    public Func<string, string> ToPairs { get; init; } = output => output;
}
