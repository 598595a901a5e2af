using System.Diagnostics;

namespace LogAnalysis.Bench.Sessions;

/// <summary>What runs the module's commands: PowerShell if it is installed, else the shell of this repository, which has its engine embedded.</summary>
internal sealed class PowerShellHost
{
    private const string Program = "pwsh";

    private readonly string? _pwsh = Executable.Find(Program);

    /// <summary>Whether it is the embedded shell, which imports the module as it starts and lacks PowerShell's own commands.</summary>
    public bool IsEmbedded => _pwsh is null;

    /// <summary>A process that runs a command with the module imported, and ends.</summary>
    public ProcessStartInfo StartCommand(string command) => IsEmbedded ? StartEmbedded(command)
        : Start(_pwsh!, "-NoProfile", "-NonInteractive", "-Command", $"Import-Module '{Repository.Manifest}'; {command}");

    /// <summary>A process that runs a script file.</summary>
    /// <param name="script">The script.</param>
    /// <param name="withModule">Whether the script is given the manifest of the module, as its parameter <c>Manifest</c>.</param>
    public ProcessStartInfo StartScript(string script, bool withModule) => IsEmbedded ? StartEmbedded("-File", script)
        : Start(_pwsh!, ["-NoProfile", "-NonInteractive", "-File", script, .. withModule ? (string[])["-Manifest", Repository.Manifest] : []]);

    private static ProcessStartInfo StartEmbedded(params string[] arguments) =>
        Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "LogAnalysis.Shell.dll"), .. arguments]);

    private static ProcessStartInfo Start(string program, params string[] arguments)
    {
        // Neither has a place in a measurement, and nothing of it goes over the network.
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        start.Environment["POWERSHELL_UPDATECHECK"] = "Off";
        return start;
    }
}
