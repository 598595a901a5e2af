using System.Globalization;
using System.Management.Automation.Host;

namespace LogAnalysis.Shell.Hosting;

/// <summary>What the engine knows of the program around it.</summary>
internal sealed class ShellHost(ShellConsole console) : PSHost
{
    private readonly ShellUserInterface _ui = new(console);

    /// <summary>Where it writes.</summary>
    public ShellConsole Console { get; } = console;

    /// <summary>The code of <c>exit N</c>; null as long as no script has asked to end.</summary>
    public int? ExitRequest { get; private set; }

    /// <inheritdoc/>
    public override string Name => "LogAnalysis.Shell";

    /// <inheritdoc/>
    public override Guid InstanceId { get; } = Guid.NewGuid();

    /// <inheritdoc/>
    public override Version Version { get; } = typeof(ShellHost).Assembly.GetName().Version!;

    /// <inheritdoc/>
    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    /// <inheritdoc/>
    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    /// <inheritdoc/>
    public override PSHostUserInterface UI => _ui;

    /// <inheritdoc/>
    public override void SetShouldExit(int exitCode) => ExitRequest = exitCode;

    /// <inheritdoc/>
    public override void EnterNestedPrompt() => throw new NotSupportedException("This shell has no nested prompts.");

    /// <inheritdoc/>
    public override void ExitNestedPrompt() => throw new NotSupportedException("This shell has no nested prompts.");

    /// <inheritdoc/>
    public override void NotifyBeginApplication()
    {
    }

    /// <inheritdoc/>
    public override void NotifyEndApplication()
    {
    }
}
