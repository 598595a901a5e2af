using System.Management.Automation;

namespace LogAnalysis.Shell;

/// <summary>The arguments of a script, as the command line has them: <c>-Name value</c>, <c>-Name:value</c>, <c>-Switch</c> or a value.</summary>
internal static class ScriptArguments
{
    /// <summary>Adds them to the script that is to run.</summary>
    public static PowerShell AddTo(PowerShell shell, IReadOnlyList<string> arguments)
    {
        foreach (string argument in arguments)
        {
            Add(shell, argument);
        }

        return shell;
    }

    /// <summary>
    /// Only the script knows whether a name is that of a switch. So a name keeps its dash and has no value, which lets the engine
    /// bind it as if it had been typed.
    /// </summary>
    private static void Add(PowerShell shell, string argument)
    {
        if (argument is not ['-', char initial, ..] || !char.IsLetter(initial))
        {
            shell.AddArgument(argument);
            return;
        }

        int colon = argument.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            shell.AddParameter(argument, value: null);
        }
        else
        {
            shell.AddParameter(argument[1..colon], argument[(colon + 1)..]);
        }
    }
}
