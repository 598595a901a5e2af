using System.Globalization;
using System.Xml.Linq;

namespace LogAnalysis.Help.Writing;

/// <summary>Writes help as <c>Get-Help</c> reads it.</summary>
/// <remarks>Source: Microsoft, "How to create the cmdlet help file", and the schemas of MAML that come with PowerShell.</remarks>
internal static class MamlWriter
{
    private static readonly XNamespace Root = "http://msh";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    /// <summary>Writes the help of all commands to a file.</summary>
    /// <param name="commands">The commands.</param>
    /// <param name="path">The file.</param>
    /// <param name="project">Where the project is, with a slash at the end: the pages of the commands are in it.</param>
    public static void Write(IEnumerable<CommandHelp> commands, string path, string project) =>
        new XElement(
            Root + "helpItems",
            new XAttribute("schema", "maml"),
            new XAttribute(XNamespace.Xmlns + "maml", Maml),
            new XAttribute(XNamespace.Xmlns + "command", Command),
            new XAttribute(XNamespace.Xmlns + "dev", Dev),
            commands.Select(command => Describe(command, project))).Save(path);

    private static XElement Describe(CommandHelp command, string project)
    {
        string[] name = command.Name.Split('-');
        return new XElement(
            Command + "command",
            new XElement(
                Command + "details",
                new XElement(Command + "name", command.Name),
                new XElement(Command + "verb", name[0]),
                new XElement(Command + "noun", name[1]),
                Description(command.Synopsis)),
            Description(command.Description),
            new XElement(Command + "syntax", command.Syntax.Select(way => Syntax(command.Name, way))),
            new XElement(Command + "parameters", command.Parameters.Select(parameter => Parameter(parameter, listsValues: false))),
            new XElement(Command + "inputTypes", command.Inputs.Select(input => Typed(Command + "inputType", input))),
            new XElement(Command + "returnValues", command.Outputs.Select(output => Typed(Command + "returnValue", output))),
            new XElement(Command + "examples", command.Examples.Select(Example)),
            new XElement(Command + "relatedLinks", OnlineLink(command.Name, project), command.Links.Where(link => link.Document is null).Select(Link)));
    }

    private static XElement Syntax(string name, SyntaxHelp syntax) => new(
        Command + "syntaxItem",
        new XElement(Maml + "name", name),
        syntax.Parameters.Select(parameter => Parameter(parameter, listsValues: true)));

    private static XElement Parameter(ParameterHelp parameter, bool listsValues) => new(
        Command + "parameter",
        new XAttribute("required", parameter.IsRequired),
        new XAttribute("variableLength", parameter.Type.EndsWith("[]", StringComparison.Ordinal)),
        new XAttribute("globbing", parameter.TakesWildcards),
        new XAttribute("pipelineInput", parameter.TakesPipeline ? "true (ByValue)" : "false"),
        new XAttribute("position", parameter.Position?.ToString(CultureInfo.InvariantCulture) ?? "named"),
        new XAttribute("aliases", parameter.Aliases.Count > 0 ? string.Join(", ", parameter.Aliases) : "none"),
        new XElement(Maml + "name", parameter.Name),
        new XElement(Maml + "description", Paragraphs([.. parameter.Text.Plain, .. ListValues(parameter)])),
        listsValues && parameter.Values.Count > 0
            ? new XElement(Command + "parameterValueGroup", parameter.Values.Select(value => Value(value, isRequired: false)))
            : null,
        parameter.IsSwitch && listsValues ? null : Value(parameter.Type, isRequired: !parameter.IsSwitch),
        new XElement(Dev + "type", new XElement(Maml + "name", parameter.Type)),
        new XElement(Dev + "defaultValue", parameter.Default is null ? "none" : string.Join(' ', parameter.Default.Plain)));

    /// <summary>Where a parameter is shown by itself, its values are shown only in its text.</summary>
    private static string[] ListValues(ParameterHelp parameter) =>
        parameter.Values.Count > 0 ? [$"Values: {string.Join(", ", parameter.Values)}."] : [];

    private static XElement Value(string text, bool isRequired) =>
        new(Command + "parameterValue", new XAttribute("required", isRequired), new XAttribute("variableLength", false), text);

    private static XElement Typed(XName element, TypeHelp type) =>
        new(element, new XElement(Dev + "type", new XElement(Maml + "name", type.Name)), Description(type.Text));

    private static XElement Example(ExampleHelp example, int index) => new(
        Command + "example",
        new XElement(Maml + "title", $"--- Example {index + 1}: {string.Join(' ', example.Title.Plain)} ---"),
        new XElement(Dev + "code", example.Code),
        // The last one is empty: what comes next is to stand apart.
        new XElement(Dev + "remarks", Paragraphs([.. example.Remarks.SelectMany(text => text.Plain), string.Empty])));

    /// <summary>What <c>Get-Help -Online</c> opens: the page that is made of the same comments.</summary>
    private static XElement OnlineLink(string name, string project) => new(
        Maml + "navigationLink",
        new XElement(Maml + "linkText", "Online version:"),
        new XElement(Maml + "uri", $"{project}blob/main/docs/commands/{name}.md"));

    private static XElement Link(LinkHelp link) => new(Maml + "navigationLink", new XElement(Maml + "linkText", link.Text));

    private static XElement Description(DocText text) => new(Maml + "description", Paragraphs(text.Plain));

    private static IEnumerable<XElement> Paragraphs(IEnumerable<string> texts) => texts.Select(text => new XElement(Maml + "para", text));
}
