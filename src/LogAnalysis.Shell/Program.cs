using System.Management.Automation;

namespace LogAnalysis.Shell;

/// <summary>The embedded shell's entry point.</summary>
internal static class Program
{
    private const int UsageError = 64;

    private static int Main(string[] arguments)
    {
        // The engine asks once, when it is first used. Nothing here goes over the network.
        Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");
        if (ShellOptions.TryParse(arguments, out ShellOptions options) is string wrong)
        {
            Console.Error.WriteLine(wrong);
            Console.Error.WriteLine(ShellOptions.Usage);
            return UsageError;
        }

        if (options.Help)
        {
            Console.WriteLine(ShellOptions.Usage);
            return 0;
        }

        if (options.Version)
        {
            Console.WriteLine($"LogAnalysis {Version(typeof(Program))}, PowerShell engine {Version(typeof(PSObject))}");
            return 0;
        }

        try
        {
            using ShellSession session = new(Hosting.ShellConsole.OfThisProcess(), options.Module);
            Console.CancelKeyPress += (_, key) => key.Cancel = session.TryStop();
            return Run(session, options);
        }
        catch (ModuleImportException failure)
        {
            Console.Error.WriteLine(failure.Message);
            return 1;
        }
    }

    private static string Version(Type type) => type.Assembly.GetName().Version!.ToString(fieldCount: 3);

    private static int Run(ShellSession session, ShellOptions options)
    {
        if (options.File is not null)
        {
            return session.RunFile(options.File, options.Arguments);
        }

        if (options.Command is not null)
        {
            return session.Run(options.Command);
        }

        return Console.IsInputRedirected ? session.Run(Console.In.ReadToEnd()) : new InteractiveLoop(session).Run();
    }
}
