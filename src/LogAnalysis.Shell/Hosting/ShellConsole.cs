namespace LogAnalysis.Shell.Hosting;

/// <summary>Where a session writes, and what is there to read it.</summary>
/// <param name="Out">Takes what pipelines write.</param>
/// <param name="Error">Takes errors, warnings and the like.</param>
/// <param name="Width">How many characters a line has.</param>
internal sealed record ShellConsole(TextWriter Out, TextWriter Error, int Width)
{
    /// <summary>The width that PowerShell takes where nobody looks: output goes to a file or another program.</summary>
    private const int WidthOfNoTerminal = 120;

    /// <summary>Whether colours are wanted and can be shown.</summary>
    public bool HasColours { get; init; }

    /// <summary>The same of errors, which may go elsewhere than output.</summary>
    public bool HasErrorColours { get; init; }

    /// <summary>Whether somebody is there to answer questions.</summary>
    public bool CanAsk { get; init; }

    /// <summary>Shows progress, where somebody can see it.</summary>
    public ProgressLine Progress { get; init; } = new(null, 0);

    /// <summary>The console of this process.</summary>
    public static ShellConsole OfThisProcess()
    {
        int width = WidthOfThisProcess();
        bool wantsColours = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new ShellConsole(Console.Out, Console.Error, width)
        {
            HasColours = wantsColours && !Console.IsOutputRedirected,
            HasErrorColours = wantsColours && !Console.IsErrorRedirected,
            CanAsk = !Console.IsInputRedirected,
            Progress = new ProgressLine(Console.IsErrorRedirected ? null : Console.Error, width),
        };
    }

    private static int WidthOfThisProcess()
    {
        if (int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out int columns) && columns > 0)
        {
            return columns;
        }

        return !Console.IsOutputRedirected && Console.WindowWidth > 0 ? Console.WindowWidth : WidthOfNoTerminal;
    }
}
