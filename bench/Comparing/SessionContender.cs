using LogAnalysis.Bench.Sessions;

namespace LogAnalysis.Bench.Comparing;

/// <summary>A command in a PowerShell session that has been running before; the command alone is measured.</summary>
/// <param name="name">How it is called, for people.</param>
/// <param name="question">What it is asked.</param>
/// <param name="session">The session.</param>
/// <param name="command">The command.</param>
/// <param name="answer">An expression that makes names and counts of what the command gives, <c>$result</c>.</param>
internal sealed class SessionContender(string name, Question question, PowerShellSession session, string command, string answer) : Contender(name, question)
{
    /// <inheritdoc/>
    public override bool WarmsUp => true;

    /// <inheritdoc/>
    public override (double Seconds, Facts Answer) Run()
    {
        (double seconds, string text) = session.Run(command, answer);
        return (seconds, Facts.Parse(text, Question));
    }
}
