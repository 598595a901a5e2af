namespace LogAnalysis.Bench.Comparing;

/// <summary>What is measured against others: a tool with a log and a question.</summary>
/// <param name="name">How it is called, for people.</param>
/// <param name="question">What it is asked.</param>
internal abstract class Contender(string name, Question question)
{
    /// <summary>How it is called, for people.</summary>
    public string Name => name;

    /// <summary>What it is asked.</summary>
    public Question Question => question;

    /// <summary>Whether it becomes faster by running: then it runs for a while before it is measured.</summary>
    public virtual bool WarmsUp => false;

    /// <summary>Runs it once.</summary>
    /// <returns>The seconds that it took, and what it answers.</returns>
    /// <exception cref="BenchException">It fails.</exception>
    public abstract (double Seconds, Facts Answer) Run();
}
