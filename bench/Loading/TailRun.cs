using System.Diagnostics;

namespace LogAnalysis.Bench.Loading;

/// <summary>Lets <c>tail -F</c> follow the same, and counts the lines.</summary>
/// <param name="Written">How many lines were written.</param>
/// <param name="Taken">How many came.</param>
/// <param name="Processor">The processor time of <c>tail</c>, in seconds.</param>
/// <param name="Memory">The peak of its memory, in bytes.</param>
internal sealed record TailRun(long Written, long Taken, double Processor, long Memory)
{
    private const string Program = "/usr/bin/tail";

    // How long it may take to come to the end when nothing more is written.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    /// <summary>Runs it; null where there is no <c>tail</c>.</summary>
    public static TailRun? Run(LoadPlan plan)
    {
        if (!File.Exists(Program))
        {
            return null;
        }

        plan.CreateFiles();
        using Process tail = Process.Start(new ProcessStartInfo(Program, ["-q", "-n", "+1", "-F", .. plan.Paths]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        tail.BeginErrorReadLine();
        Task<long> count = Task.Run(() => CountLines(tail.StandardOutput.BaseStream));
        using var writer = new WriterProcess(plan);
        long lines = writer.Result.Lines;
        Thread.Sleep(Rest);
        tail.Refresh();
        (double processor, long memory) = (tail.TotalProcessorTime.TotalSeconds, tail.PeakWorkingSet64);
        tail.Kill();
        return new TailRun(lines, count.Result, processor, memory);
    }

    private static long CountLines(Stream output)
    {
        byte[] block = new byte[1 << 16];
        long lines = 0;
        for (int read; (read = output.Read(block)) > 0;)
        {
            lines += block.AsSpan(0, read).Count((byte)'\n');
        }

        return lines;
    }
}
