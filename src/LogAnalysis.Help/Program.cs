using System.Reflection;
using LogAnalysis.Help.Reading;
using LogAnalysis.Help.Writing;

namespace LogAnalysis.Help;

/// <summary>
/// Writes help: <c>LogAnalysis.Help ASSEMBLY SOURCES HELP MARKDOWN PROJECT</c>, which are the built module, the folder of its sources, the file that
/// <c>Get-Help</c> reads, the folder for a page of Markdown for each command, and one for all, and the address of the project. What is not documented is
/// an error, and nothing is written.
/// </summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        (string assembly, string sources, string help, string markdown) = (arguments[0], arguments[1], arguments[2], arguments[3]);
        ModuleHelp module = ModuleHelp.Read(Assembly.LoadFrom(assembly).GetTypes(), new XmlDocs(Path.ChangeExtension(assembly, ".xml")), new SourceFiles(sources));
        foreach (HelpError error in module.Errors)
        {
            Console.WriteLine(error);
        }

        if (module.Errors.Count > 0)
        {
            return 1;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(help)!);
        MamlWriter.Write(module.Commands, help, arguments[4]);
        Directory.CreateDirectory(markdown);
        foreach (CommandHelp command in module.Commands)
        {
            File.WriteAllText(Path.Combine(markdown, command.Name + ".md"), MarkdownWriter.Write(command));
        }

        File.WriteAllText(Path.Combine(markdown, "README.md"), ParameterTableWriter.Write(module.Commands));
        return 0;
    }
}
