using System.Management.Automation;
using System.Management.Automation.Host;

namespace LogAnalysis.Shell;

/// <summary>Shows errors, each in one line: which command, what is wrong, and in a script where.</summary>
internal sealed class ErrorPrinter(PSHostUserInterface ui)
{
    /// <summary>Shows one error.</summary>
    public void Print(ErrorRecord error)
    {
        if (error.Exception is CommandNotFoundException missing && MissingCommands.Explain(missing.CommandName) is string explanation)
        {
            ui.WriteErrorLine(explanation);
            return;
        }

        string message = error.ErrorDetails?.Message ?? error.Exception.Message;
        string source = error.InvocationInfo?.MyCommand?.Name ?? error.CategoryInfo.Activity;
        ui.WriteErrorLine((string.IsNullOrEmpty(source) ? message : $"{source}: {message}") + Place(error.InvocationInfo));
    }

    private static string Place(InvocationInfo? invocation) =>
        string.IsNullOrEmpty(invocation?.ScriptName) ? string.Empty : $" ({Path.GetFileName(invocation.ScriptName)}:{invocation.ScriptLineNumber})";
}
