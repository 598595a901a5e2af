using System.Diagnostics;

namespace LogAnalysis.Bench.Loading;

/// <summary>
/// Writes what a plan says, at the pace that it says: what a tick could not be written in is written in the next. Where it cannot keep the pace,
/// it writes as fast as it can.
/// </summary>
internal sealed class LoadWriter(LoadPlan plan)
{
    private const int Generations = 3;

    // Milliseconds between bursts of lines.
    private const int Tick = 10;

    private readonly FileStream[] _logs = [.. plan.Paths.Select(Open)];
    private readonly long[] _written = new long[plan.Files];
    private readonly int[] _rotations = new int[plan.Files];
    private byte[] _block = [];

    /// <summary>Writes all lines, and returns how many.</summary>
    public long Run()
    {
        var clock = Stopwatch.StartNew();
        for (long tick = 1; tick * Tick <= plan.Seconds * 1000L; tick++)
        {
            WriteTick(tick);
            RotateDue(tick);
            int early = (int)((tick * Tick) - clock.ElapsedMilliseconds);
            if (early > 0)
            {
                Thread.Sleep(early);
            }
        }

        Array.ForEach(_logs, log => log.Dispose());
        return _written.Sum();
    }

    private static FileStream Open(string path) =>
        new(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);

    private void WriteTick(long tick)
    {
        for (int file = 0; file < plan.Files; file++)
        {
            int lines = (int)((tick * plan.Rate * Tick / 1000) - _written[file]);
            if (lines > 0)
            {
                Write(file, lines);
            }
        }
    }

    private void Write(int file, int lines)
    {
        int length = lines * LoadLine.Length;
        if (_block.Length < length)
        {
            _block = new byte[length];
        }

        LoadLine.Fill(_block.AsSpan(0, length), file, _written[file], LoadLine.Now);
        _logs[file].Write(_block, 0, length);
        _written[file] += lines;
    }

    /// <summary>The files take turns, so that some are rotated all the time.</summary>
    private void RotateDue(long tick)
    {
        long round = plan.RotateEvery * 1000L / Tick;
        for (int file = 0; plan.RotateEvery > 0 && file < plan.Files; file++)
        {
            if ((tick + (file * round / plan.Files)) % round == 0)
            {
                Rotate(file);
            }
        }
    }

    /// <summary>Three old generations are kept, as by programs that rotate logs: none is overwritten in its place.</summary>
    private void Rotate(int file)
    {
        string path = plan.Paths[file];
        for (int generation = Generations - 1; generation > 0; generation--)
        {
            if (File.Exists($"{path}.{generation}"))
            {
                File.Move($"{path}.{generation}", $"{path}.{generation + 1}", overwrite: true);
            }
        }

        if (plan.Copies && _rotations[file]++ % 2 == 1)
        {
            File.Copy(path, path + ".1");
            _logs[file].SetLength(0);
            return;
        }

        File.Move(path, path + ".1");
        _logs[file].Dispose();
        _logs[file] = Open(path);
    }
}
