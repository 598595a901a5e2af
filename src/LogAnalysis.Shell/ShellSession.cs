using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using LogAnalysis.Shell.Commands;
using LogAnalysis.Shell.Hosting;

namespace LogAnalysis.Shell;

/// <summary>A session of the PowerShell engine with the module imported. It runs one script at a time.</summary>
internal sealed class ShellSession : IDisposable
{
    private const int Failed = 1;
    private const int Interrupted = 130;
    private const string OutcomeVariable = "LogAnalysisShellOutcome";
    private const string ScriptFunction = "LogAnalysisShellScript";

    private readonly ShellHost _host;
    private readonly ErrorPrinter _errors;
    private PowerShell? _running;

    /// <summary>Opens a session and imports the module.</summary>
    /// <param name="console">Where it reads and writes.</param>
    /// <param name="manifest">The module's manifest; null for the one that lies beside or above this program.</param>
    /// <exception cref="ModuleImportException">The module cannot be imported.</exception>
    public ShellSession(ShellConsole console, string? manifest = null)
    {
        _host = new ShellHost(console);
        _errors = new ErrorPrinter(_host.UI);
        Runspace = RunspaceFactory.CreateRunspace(_host, ShellCommands.CreateSessionState());
        Runspace.Open();
        Runspace.SessionStateProxy.SetVariable("PSModuleAutoLoadingPreference", PSModuleAutoLoadingPreference.None);
        Import(manifest is null ? ModuleManifest.Find() : Path.GetFullPath(manifest));
    }

    /// <summary>The engine's own session.</summary>
    public Runspace Runspace { get; }

    /// <summary>What reads and writes for the engine.</summary>
    public ShellHost Host => _host;

    /// <summary>The code with which the script asked the shell to end; null as long as it has not.</summary>
    public int? ExitRequest => _host.ExitRequest;

    /// <summary>Runs a script and shows what it writes.</summary>
    /// <returns>The exit code.</returns>
    public int Run(string script)
    {
        ScriptBlockAst syntax = Parser.ParseInput(script, out _, out ParseError[] mistakes);
        return IsValid(mistakes, "line") ? Run(shell => shell.AddScript(NoteOutcome(script, syntax))) : Failed;
    }

    /// <summary>Runs a script file and shows what it writes.</summary>
    /// <returns>The exit code.</returns>
    public int RunFile(string path, IReadOnlyList<string> arguments)
    {
        string full = Path.GetFullPath(path);
        if (!File.Exists(full))
        {
            _host.UI.WriteErrorLine($"There is no script '{path}'.");
            return Failed;
        }

        ScriptBlockAst syntax = Parser.ParseFile(full, out _, out ParseError[] mistakes);
        if (!IsValid(mistakes, path))
        {
            return Failed;
        }

        // A function, unlike a script file, lets 'exit' end the shell rather than only itself; and unlike a bare script block it
        // binds arguments by name, and one that does not fit ends the script.
        Runspace.SessionStateProxy.InvokeProvider.Item.Set($"function:global:{ScriptFunction}", syntax.GetScriptBlock());
        return Run(shell => ScriptArguments.AddTo(shell.AddCommand(ScriptFunction, useLocalScope: false), arguments));
    }

    /// <summary>Stops what is running, from any thread.</summary>
    /// <returns>Whether anything was that had not been told to stop before: what does not heed the first request needs another way.</returns>
    public bool TryStop()
    {
        PowerShell? running = Interlocked.Exchange(ref _running, null);
        running?.BeginStop(null, null);
        return running is not null;
    }

    /// <inheritdoc/>
    public void Dispose() => Runspace.Dispose();

    private int Run(Action<PowerShell> build)
    {
        using var shell = PowerShell.Create(Runspace);
        build(shell);
        shell.AddCommand("Out-Default");
        shell.Streams.Error.DataAdded += (sender, added) => _errors.Print(((PSDataCollection<ErrorRecord>)sender!)[added.Index]);
        Runspace.SessionStateProxy.SetVariable(OutcomeVariable, true);
        _running = shell;
        try
        {
            shell.Invoke();
            return ExitRequest ?? (shell.InvocationStateInfo.State == PSInvocationState.Stopped ? Interrupted : LastCommandFailed() ? Failed : 0);
        }
        catch (PipelineStoppedException)
        {
            return Interrupted;
        }
        catch (RuntimeException failure)
        {
            _errors.Print(failure.ErrorRecord);
            return Failed;
        }
        finally
        {
            _running = null;
            _host.Console.Progress.Erase();
        }
    }

    private bool IsValid(ParseError[] mistakes, string name)
    {
        Array.ForEach(mistakes, mistake => _host.UI.WriteErrorLine($"{name}:{mistake.Extent.StartLineNumber}: {mistake.Message}"));
        return mistakes.Length == 0;
    }

    /// <summary>What became of the last command is known only within the script: a statement at its end takes note of it.</summary>
    private static string NoteOutcome(string script, ScriptBlockAst syntax) =>
        syntax.EndBlock?.Unnamed == true ? $"{script}\n$global:{OutcomeVariable} = $?" : script;

    private bool LastCommandFailed() => Runspace.SessionStateProxy.GetVariable(OutcomeVariable) is false;

    private void Import(string manifest)
    {
        using var shell = PowerShell.Create(Runspace);
        try
        {
            shell.AddCommand("Import-Module").AddParameter("Name", manifest).AddParameter("ErrorAction", ActionPreference.Stop).Invoke();
        }
        catch (RuntimeException failure)
        {
            throw new ModuleImportException(manifest, failure.ErrorRecord.Exception.Message);
        }
    }
}
