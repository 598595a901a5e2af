using System.Diagnostics;
using System.Globalization;

namespace LogAnalysis.Bench.Rotations;

/// <summary>One log that is written, rotated and followed in a folder of its own, by the module in PowerShell and by <c>tail -F</c> beside it.</summary>
internal sealed class ScenarioRun : IDisposable
{
    /// <summary>Longer than a JIT compiler pauses a follower, shorter than anybody wants to wait.</summary>
    private const string Idle = "5s";

    /// <summary>Longer than another PowerShell needs to start a writer.</summary>
    private const string IdleOfShell = "25s";

    private readonly Scenario _scenario;
    private readonly string? _shell;
    private readonly string _folder = Directory.CreateTempSubdirectory("loganalysis-rotations-").FullName;
    private readonly string _log;
    private readonly List<Process> _processes = [];
    private int _rotations;

    /// <param name="scenario">What is tried.</param>
    /// <param name="shell">A program that runs the PowerShell command that it is given; null for PowerShell as a tool of .NET.</param>
    public ScenarioRun(Scenario scenario, string? shell)
    {
        _scenario = scenario;
        _shell = shell;
        _log = In(Path.Combine("logs", scenario.Log));
        Directory.CreateDirectory(Path.GetDirectoryName(_log)!);
        if (scenario.Link is string link)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(In(Path.Combine("logs", link)))!);
            File.CreateSymbolicLink(In(Path.Combine("logs", link)), _log);
        }

        File.WriteAllText(_log, string.Empty);
    }

    /// <summary>The lines that are in some file at the end: none is deleted.</summary>
    public NumberedLines InFiles { get; } = new();

    /// <summary>The lines that the module wrote.</summary>
    public NumberedLines Taken { get; } = new();

    /// <summary>The lines that <c>tail</c> wrote; null where it did not run.</summary>
    public NumberedLines? Tail { get; private set; }

    private string Followed => In(Path.Combine("logs", _scenario.Pattern ?? _scenario.Link ?? _scenario.Log));

    private string Stop => In("stop");

    private string WriterEnded => In("ended");

    /// <summary>Runs it.</summary>
    /// <param name="seconds">How long to write.</param>
    public void Run(int seconds)
    {
        Programs.Prepare(_scenario, _folder);
        Process follower = _scenario.IsScheduled ? StartScheduled() : StartFollower();
        Process? tail = _scenario.IsScheduled || Programs.Find("tail") is null ? null : Start("sh", "-c", $"exec tail -q -n +1 -F {Followed} > {In("tail.txt")}");
        WaitFor(() => File.Exists(In("taken.txt")), follower);
        Thread.Sleep(2000);
        string[] command = Programs.WriterOf(_scenario, _log, Stop, _shell);
        Process writer = Start(command[0], command[1..]);
        WaitFor(() => Directory.EnumerateFiles(In("logs"), "*", SearchOption.AllDirectories).Any(file => new FileInfo(file).Length > 0), writer);
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed.TotalSeconds < seconds)
        {
            Thread.Sleep(_scenario.Every);
            Rotate();
        }

        File.WriteAllText(Stop, string.Empty);
        writer.WaitForExit();
        File.WriteAllText(WriterEnded, string.Empty);
        follower.WaitForExit();
        if (tail is not null)
        {
            tail.Kill();
            tail.WaitForExit();
            Tail = new NumberedLines();
            Tail.Read(In("tail.txt"));
        }

        Taken.Read(In("taken.txt"));
        foreach (string file in Directory.GetFiles(In("logs"), "*", SearchOption.AllDirectories).Where(file => new FileInfo(file).LinkTarget is null))
        {
            InFiles.Read(file);
        }
    }

    /// <summary>Kills a watcher with a checkpoint again and again, and lets a last one end in order.</summary>
    /// <param name="rounds">How often.</param>
    /// <returns>Rounds without progress, and how many lines came again in each round.</returns>
    public (int Stuck, long[] Repeated) Kill(int rounds)
    {
        string[] command = Programs.WriterOf(_scenario, _log, Stop, _shell);
        Process? writer = null;
        var random = new Random(rounds);
        long[] repeated = new long[rounds];
        (int stuck, long last) = (0, -1);
        for (int round = 0; round < rounds; round++)
        {
            long before = LengthOf("taken.txt");
            Process watcher = StartFollower($"-CheckpointPath {In("state.json")}", flush: true);
            writer ??= Start(command[0], command[1..]);
            WaitFor(() => LengthOf("taken.txt") > before, watcher);
            Thread.Sleep(random.Next(2000));
            watcher.Kill(entireProcessTree: true);
            watcher.WaitForExit();
            (long first, long end) = ReadFrom(before);
            repeated[round] = Math.Max(0, last + 1 - first);
            stuck += end <= last ? 1 : 0;
            last = Math.Max(last, end);
            Rotate();
        }

        File.WriteAllText(Stop, string.Empty);
        writer?.WaitForExit();
        StartFollower($"-NoFollow -CheckpointPath {In("state.json")}", flush: true).WaitForExit();
        Taken.Read(In("taken.txt"));
        Array.ForEach(Directory.GetFiles(In("logs")), InFiles.Read);
        return (stuck, repeated);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (Process process in _processes)
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }

            process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static void WaitFor(Func<bool> condition, Process process)
    {
        while (!condition())
        {
            if (process.HasExited)
            {
                throw new BenchException($"A process ended early: {process.ExitCode}.");
            }

            Thread.Sleep(10);
        }
    }

    private string In(string name) => Path.Combine(_folder, name);

    private long LengthOf(string name) => File.Exists(In(name)) ? new FileInfo(In(name)).Length : 0;

    /// <summary>The first number and the last one behind a position of what was taken.</summary>
    private (long First, long Last) ReadFrom(long position)
    {
        using var file = new FileStream(In("taken.txt"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Position = position;
        using var reader = new StreamReader(file);
        long[] numbers = [.. reader.ReadToEnd().Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length == NumberedLines.Length - 1).Select(line => long.Parse(line.AsSpan(10, 9), CultureInfo.InvariantCulture))];
        return (numbers[0], numbers.Max());
    }

    private Process Start(string program, params string[] arguments)
    {
        Process process = Programs.Start(program, arguments);
        _processes.Add(process);
        return process;
    }

    private Process StartFollower() => StartFollower($"-IdleTimeout {(_shell is null ? Idle : IdleOfShell)}", flush: false);

    private Process StartFollower(string arguments, bool flush) => StartShell(
        $"Watch-LogFile '{Followed}' {(arguments.Contains("-NoFollow", StringComparison.Ordinal) ? string.Empty : "-FromStart")} {arguments} | "
        + $"& {{ begin {{ $out = [IO.StreamWriter]::new('{In("taken.txt")}', $true); $out.AutoFlush = ${flush} }} process {{ $out.WriteLine($_.Text) }} end {{ $out.Dispose() }} }}");

    /// <summary>Runs with a checkpoint, some a second apart and some three, until the writer has ended.</summary>
    private Process StartScheduled() => StartShell(
        $"$out = [IO.StreamWriter]::new('{In("taken.txt")}'); do {{ $done = Test-Path '{WriterEnded}'; if ($done) {{ Start-Sleep 1 }}; "
        + $"Watch-LogFile '{Followed}' -NoFollow -CheckpointPath '{In("state.json")}' | & {{ process {{ $out.WriteLine($_.Text) }} }}; Start-Sleep (1 + 2 * (++$run % 2)) }} until ($done); $out.Dispose()");

    private Process StartShell(string script)
    {
        string module = Path.Combine(Environment.GetEnvironmentVariable("LOGANALYSIS_MODULE") ?? Environment.CurrentDirectory, "LogAnalysis.psd1");
        string command = $"Import-Module '{module}'; {script}";
        return _shell is null ? Start("dotnet", "pwsh", "-NoProfile", "-NonInteractive", "-Command", command) : Start(_shell, command);
    }

    private void Rotate()
    {
        _rotations++;
        if (_scenario.Logrotate is string directives)
        {
            string hangUp = _scenario.Writer == "hup" ? $"postrotate\nkill -HUP $(cat {Stop}.pid)\nendscript\n" : string.Empty;
            File.WriteAllText(In("logrotate.conf"), $"{_log} {{\nrotate 10000\nmissingok\n{directives}\n{hangUp}}}\n");
            Programs.Shell($"chmod 644 {In("logrotate.conf")}; logrotate -f -s {In("logrotate.state")} {In("logrotate.conf")} 2>> {In("logrotate.err")}");
        }
        else if (_scenario.Renamed is Func<int, string> name && File.Exists(_log))
        {
            File.Move(_log, Path.Combine(Path.GetDirectoryName(_log)!, name(_rotations)));
            using FileStream next = new(_log, FileMode.Append);
        }
    }
}
