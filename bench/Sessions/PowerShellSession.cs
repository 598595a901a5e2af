using System.Diagnostics;
using System.Globalization;

namespace LogAnalysis.Bench.Sessions;

/// <summary>A PowerShell process that runs one command after the other and measures each within itself.</summary>
internal sealed class PowerShellSession : IDisposable
{
    private readonly Process _process;

    /// <summary>Starts it, and waits until it takes commands.</summary>
    /// <param name="host">What runs it.</param>
    /// <param name="withModule">Whether it imports the module.</param>
    public PowerShellSession(PowerShellHost host, bool withModule = true)
    {
        _process = Process.Start(host.StartScript(Path.Combine(AppContext.BaseDirectory, "Sessions", "session.ps1"), withModule))!;
        (ImportSeconds, Version) = ReadReply();
    }

    /// <summary>How long importing the module took, in seconds. The embedded shell has done so before, and does not tell.</summary>
    public double ImportSeconds { get; }

    /// <summary>The version of PowerShell.</summary>
    public string Version { get; }

    /// <summary>The process.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Runs a command.</summary>
    /// <param name="command">What is measured. Its output is kept as <c>$result</c>.</param>
    /// <param name="answer">An expression that makes a line of text of <c>$result</c>, which is not measured.</param>
    /// <exception cref="BenchException">The command fails.</exception>
    public (double Seconds, string Answer) Run(string command, string answer)
    {
        _process.StandardInput.WriteLine($"{command}\t{answer}");
        _process.StandardInput.Flush();
        return ReadReply();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private (double Seconds, string Answer) ReadReply() => _process.StandardOutput.ReadLine()?.Split('\t', 2) switch
    {
        [string number, string text] when double.TryParse(number, CultureInfo.InvariantCulture, out double seconds) => (seconds, text),
        ["!", string message] => throw new BenchException($"PowerShell says: {message}"),
        null => throw new BenchException("The PowerShell session ended before it was done."),
        string[] other => throw new BenchException($"The PowerShell session says what is no answer: {string.Join('\t', other)}"),
    };
}
