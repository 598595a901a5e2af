using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;
using LogAnalysis.Help.Reading;

namespace LogAnalysis.Help;

/// <summary>The help of a module's commands, and what is missing in it.</summary>
internal sealed record ModuleHelp(IReadOnlyList<CommandHelp> Commands, IReadOnlyList<HelpError> Errors)
{
    /// <summary>Reads it. What commands take is asked of PowerShell's engine, which knows best.</summary>
    /// <param name="types">The types of the module, among which the commands are.</param>
    /// <param name="docs">What is written of them.</param>
    /// <param name="sources">Where their sources are.</param>
    public static ModuleHelp Read(IEnumerable<Type> types, XmlDocs docs, SourceFiles sources)
    {
        (string Name, Type Type)[] commands =
        [
            .. from type in types
               let cmdlet = type.GetCustomAttribute<CmdletAttribute>()
               where cmdlet is not null
               let name = $"{cmdlet.VerbName}-{cmdlet.NounName}"
               orderby name
               select (name, type),
        ];
        InitialSessionState session = InitialSessionState.Create();
        session.Commands.Add(commands.Select(command => new SessionStateCmdletEntry(command.Name, command.Type, helpFileName: null)));
        using Runspace runspace = RunspaceFactory.CreateRunspace(session);
        runspace.Open();
        List<HelpError> errors = [];
        var reader = new CommandReader(docs, (id, member, message) => errors.Add(new HelpError(id, sources.Find(member), message)));
        CommandHelp[] help = [.. commands.Select(command => reader.Read(runspace.SessionStateProxy.InvokeCommand.GetCmdlet(command.Name)))];
        return new ModuleHelp(help, [.. errors.Distinct()]);
    }
}
