using System.ComponentModel;
using System.Diagnostics;

namespace LogAnalysis.Bench.Comparing;

/// <summary>A program that is started, prints its answer, and ends; all of that is measured.</summary>
/// <param name="name">How it is called, for people.</param>
/// <param name="question">What it is asked.</param>
/// <param name="start">How it is started.</param>
/// <param name="toPairs">Makes names and counts of what it prints.</param>
internal sealed class ProcessContender(string name, Question question, ProcessStartInfo start, Func<string, string> toPairs) : Contender(name, question)
{
    /// <inheritdoc/>
    public override (double Seconds, Facts Answer) Run()
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        var watch = Stopwatch.StartNew();
        using Process process = Start();
        process.StandardInput.Close();
        Task<string> complaints = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        double seconds = watch.Elapsed.TotalSeconds;
        return process.ExitCode == 0 && output.Length > 0 ? (seconds, Facts.Parse(toPairs(output), Question))
            : throw new BenchException($"exit code {process.ExitCode} {complaints.Result.Trim().ReplaceLineEndings(" ")}".TrimEnd());
    }

    private Process Start()
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception cause)
        {
            throw new BenchException(cause.Message);
        }
    }
}
