using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace LogAnalysis.Shell.Commands;

/// <summary>The commands that a session begins with: the engine's, and the few that this shell adds for working with files.</summary>
internal static class ShellCommands
{
    private static readonly Type[] Added =
        [typeof(GetContentCommand), typeof(GetChildItemCommand), typeof(GetLocationCommand), typeof(SetLocationCommand)];

    /// <summary>The state of a new session.</summary>
    public static InitialSessionState CreateSessionState()
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        foreach (Type command in Added)
        {
            var attribute = (CmdletAttribute)Attribute.GetCustomAttribute(command, typeof(CmdletAttribute))!;
            state.Commands.Add(new SessionStateCmdletEntry($"{attribute.VerbName}-{attribute.NounName}", command, helpFileName: null));
        }

        if (OperatingSystem.IsWindows())
        {
            state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.Bypass;
        }

        return state;
    }
}
