using System.Management.Automation;
using LogAnalysis.Shell;
using LogAnalysis.Shell.Hosting;

namespace LogAnalysis.Tests.Support;

/// <summary>The hosted engine with the built module imported by its manifest. What it shows is kept as text.</summary>
public sealed class ModuleSession : IDisposable
{
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();

    public ModuleSession()
        : this(80)
    {
    }

    internal ModuleSession(int width) => Shell = new ShellSession(new ShellConsole(_out, _error, width));

    internal ShellSession Shell { get; }

    /// <summary>Runs a script to its end and returns what it wrote. It sees the arguments as <c>$args</c>.</summary>
    internal Result Invoke(string script, params object[] arguments)
    {
        using PowerShell shell = Create(script, arguments);
        List<PSObject> output = [.. shell.Invoke()];
        return new Result(output, [.. shell.Streams.Error], [.. shell.Streams.Warning]);
    }

    /// <summary>Begins to run a script that does not end by itself.</summary>
    internal RunningPipeline Start(string script, params object[] arguments) => new(Create(script, arguments));

    /// <summary>Runs a script and returns what a user would see of its output.</summary>
    internal string Show(string script)
    {
        _out.GetStringBuilder().Clear();
        _error.GetStringBuilder().Clear();
        LastExitCode = Shell.Run(script);
        return _out.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>What the last <see cref="Show"/> wrote to the error stream.</summary>
    internal string ShownErrors => _error.ToString().ReplaceLineEndings("\n");

    /// <summary>The exit code of the last <see cref="Show"/>.</summary>
    internal int LastExitCode { get; private set; }

    public void Dispose() => Shell.Dispose();

    private PowerShell Create(string script, object[] arguments)
    {
        var shell = PowerShell.Create(Shell.Runspace);
        shell.AddScript(script);
        Array.ForEach(arguments, argument => shell.AddArgument(argument));
        return shell;
    }

    internal sealed record Result(List<PSObject> Output, List<ErrorRecord> Errors, List<WarningRecord> Warnings)
    {
        /// <summary>The output, all of one type, where nothing went wrong.</summary>
        public List<T> Of<T>()
        {
            if (Errors.Count > 0)
            {
                throw new InvalidOperationException($"The script had errors: {string.Join("; ", Errors)}");
            }

            return [.. Output.Select(item => (T)item.BaseObject)];
        }
    }
}
