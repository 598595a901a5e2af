namespace LogAnalysis.Shell;

/// <summary>What the command line asks for.</summary>
internal sealed record ShellOptions
{
    /// <summary>What the command line can be.</summary>
    public const string Usage = """
        Usage: LogAnalysis.Shell "<pipeline>"                  run a pipeline, e.g. "Get-LogReport app.log"
               LogAnalysis.Shell -File <script.ps1> [args]     run a script
               LogAnalysis.Shell                               type commands at a prompt; 'exit' ends it
               LogAnalysis.Shell -Version                      tell the versions of this shell and its engine
               LogAnalysis.Shell -Module <manifest> ...        any of these, with the module of that manifest
        Exit code: N after 'exit N', 1 after a terminating error or when the last command failed, 130 after Ctrl+C, else 0.
        """;

    /// <summary>The text to run as a pipeline; null without one.</summary>
    public string? Command { get; init; }

    /// <summary>The script to run; null without one.</summary>
    public string? File { get; init; }

    /// <summary>The script's arguments.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>The manifest of the module to import; null for the one that lies beside or above this program.</summary>
    public string? Module { get; init; }

    /// <summary>Whether to print how the shell is used.</summary>
    public bool Help { get; init; }

    /// <summary>Whether to print the versions of the shell and the engine.</summary>
    public bool Version { get; init; }

    /// <summary>Reads the command line.</summary>
    /// <returns>Null, or what is wrong with it.</returns>
    public static string? TryParse(IReadOnlyList<string> arguments, out ShellOptions options)
    {
        options = new ShellOptions();
        switch (arguments)
        {
            case []:
                return null;
            case ["-File" or "-f", string file, ..]:
                options = new ShellOptions { File = file, Arguments = [.. arguments.Skip(2)] };
                return null;
            case ["-File" or "-f"]:
                return "-File needs the path of a script.";
            case ["-Command" or "-c", _, ..]:
                options = new ShellOptions { Command = string.Join(' ', arguments.Skip(1)) };
                return null;
            case ["-Command" or "-c"]:
                return "-Command needs a pipeline.";
            case ["-Module" or "-m", string manifest, ..]:
                string? wrong = TryParse([.. arguments.Skip(2)], out options);
                options = options with { Module = manifest };
                return wrong;
            case ["-Module" or "-m"]:
                return "-Module needs the path of a manifest.";
            case ["-Help" or "-h" or "-?" or "--help"]:
                options = new ShellOptions { Help = true };
                return null;
            case ["-Version" or "-v" or "--version"]:
                options = new ShellOptions { Version = true };
                return null;
            case [['-', ..] unknown, ..]:
                return $"There is no option '{unknown}'.";
            default:
                options = new ShellOptions { Command = string.Join(' ', arguments) };
                return null;
        }
    }
}
