using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
namespace LogAnalysis.Bench.Rotations;

/// <summary>Writes numbered lines at a rate until a file appears, in a process of its own.</summary>
internal sealed class NumberedWriter(string mode, string log, int rate, string stop)
{
    /// <summary>The verb by which this program is started as one.</summary>
    public const string Verb = "write-numbered";

    private const int Tick = 5;

    private volatile bool _reopens;

    /// <summary>What the other process does.</summary>
    /// <param name="arguments">
    /// How: <c>append</c> opens the log for each burst, <c>hup</c> keeps it until a signal, <c>holes</c> keeps it and its position. The log, or
    /// <c>-</c> for standard output; the rate; the file that ends it.
    /// </param>
    public static int Run(string[] arguments)
    {
        new NumberedWriter(arguments[0], arguments[1], int.Parse(arguments[2], CultureInfo.InvariantCulture), arguments[3]).Write();
        return 0;
    }

    private void Write()
    {
        File.WriteAllText(stop + ".pid", $"{Environment.ProcessId}");
        using PosixSignalRegistration hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
        {
            signal.Cancel = true;
            _reopens = true;
        });
        Stream? file = null;
        var clock = Stopwatch.StartNew();
        long written = 0;
        while (!File.Exists(stop))
        {
            long due = clock.ElapsedMilliseconds * rate / 1000;
            if (file is null || mode == "append" || _reopens)
            {
                _reopens = false;
                file?.Dispose();
                file = Open();
            }

            for (; written < due; written++)
            {
                file.Write(Encoding.ASCII.GetBytes(NumberedLines.Make(written)));
            }

            file.Flush();
            Thread.Sleep(Tick);
        }

        file?.Dispose();
    }

    private BufferedStream Open() => log == "-"
        ? new BufferedStream(Console.OpenStandardOutput())
        : new BufferedStream(new FileStream(log, mode == "holes" ? FileMode.OpenOrCreate : FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0), NumberedLines.Length * 10);
}
