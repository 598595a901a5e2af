using System.Diagnostics;

namespace LogAnalysis.Bench.Rotations;

/// <summary>The programs of this machine that write and rotate.</summary>
internal static class Programs
{
    /// <summary>Libraries with handlers that rotate, each with what runs it, and its file in <c>Writers</c> with what else that is told.</summary>
    public static readonly (string Program, Scenario Scenario)[] Libraries =
    [
        ("python3", new("Python: RotatingFileHandler", "rotating.py size", 2_000)),
        ("python3", new("Python: TimedRotatingFileHandler", "rotating.py time", 2_000)),
        ("npm", new("Node: rotating-file-stream", "rotating.mjs", 2_000)),
        ("java", new("Java: java.util.logging", "Rotating.java", 2_000) { Log = "app.log.0" }),
        ("dotnet", new(".NET: Serilog", "serilog.cs", 2_000) { Pattern = "app*.log" }),
        ("dotnet", new(".NET: NLog", "nlog.cs", 2_000)),
    ];

    private static string Writers => Path.Combine(AppContext.BaseDirectory, "Rotations", "Writers");

    /// <summary>Where a program is; null where it is not installed.</summary>
    public static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") + ":/usr/sbin")
        .Split(':').Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    /// <summary>Starts a program.</summary>
    public static Process Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(Find(program) ?? program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    /// <summary>Runs a shell command to its end.</summary>
    public static void Shell(string command)
    {
        using Process process = Start("sh", "-c", command);
        process.WaitForExit();
    }

    /// <summary>Installs or compiles what writes, which takes longer than a follower waits.</summary>
    public static void Prepare(Scenario scenario, string folder)
    {
        string file = Path.Combine(Writers, scenario.Writer);
        string? command = Path.GetExtension(file) switch { ".mjs" => "npm install --silent rotating-file-stream", ".cs" => "dotnet build writer.cs -o bin", _ => null };
        if (command is not null)
        {
            File.Copy(file, Path.Combine(folder, "writer" + Path.GetExtension(file)));
            Shell($"cd '{folder}' && {command} > prepare.txt 2>&1");
        }
    }

    /// <summary>The command that writes numbered lines.</summary>
    /// <param name="scenario">What is tried.</param>
    /// <param name="log">The log.</param>
    /// <param name="stop">A file; when it is there, the writer ends.</param>
    /// <param name="shell">A program that runs PowerShell commands; null for none. What is of .NET and takes no signals runs in it, too.</param>
    public static string[] WriterOf(Scenario scenario, string log, string stop, string? shell)
    {
        string[] command = WriterOf(scenario, log, stop);
        return shell is null || command[0] != "dotnet" || scenario.Writer == "hup" ? command : [shell, InShell(command[1], command[2..])];
    }

    /// <summary>A PowerShell command that runs a program of .NET within PowerShell.</summary>
    private static string InShell(string assembly, string[] arguments) =>
        $"[Reflection.Assembly]::LoadFrom('{assembly}').EntryPoint.Invoke($null, (, [string[]] @({string.Join(", ", arguments.Select(argument => $"'{argument}'"))})))";

    private static string[] WriterOf(Scenario scenario, string log, string stop)
    {
        string[] own = ["dotnet", Path.Combine(AppContext.BaseDirectory, "bench.dll"), NumberedWriter.Verb, scenario.Writer, log, $"{scenario.Rate}", stop];
        string[] writer = scenario.Writer.Split(' ');
        string file = Path.Combine(Writers, writer[0]);
        string prepared = Path.Combine(Path.GetDirectoryName(stop)!, "writer" + Path.GetExtension(file));
        string[] arguments = [log, $"{scenario.Rate}", stop, .. writer[1..]];
        return Path.GetExtension(file) switch
        {
            ".py" => ["python3", file, .. arguments],
            ".mjs" => ["node", prepared, .. arguments],
            ".java" => ["java", file, .. arguments],
            ".cs" => ["dotnet", Path.Combine(Path.GetDirectoryName(prepared)!, "bin", "writer.dll"), .. arguments],
            _ when scenario.Writer == "multilog" => ["sh", "-c", $"{string.Join(' ', own[..3])} append - {scenario.Rate} {stop} | multilog s100000 n1000 {Path.GetDirectoryName(log)}"],
            _ => own,
        };
    }
}
