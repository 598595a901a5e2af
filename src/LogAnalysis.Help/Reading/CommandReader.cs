using System.Management.Automation;
using System.Reflection;
using System.Xml.Linq;

namespace LogAnalysis.Help.Reading;

/// <summary>Puts the help of a command together: what PowerShell knows of it, and what is written beside its code.</summary>
/// <param name="docs">What is written.</param>
/// <param name="report">Takes the kind of an error, what it is an error of, and what is missing.</param>
internal sealed class CommandReader(XmlDocs docs, Action<string, MemberInfo, string> report)
{
    private const int MinExamples = 3;

    /// <summary>Get-Help indents by four, and a terminal of 80 columns is still the usual one.</summary>
    private const int MaxLineLength = 76;

    private const string Topic = "about_LogAnalysis";

    private readonly ParameterReader _parameters = new(docs, report);

    /// <summary>The help of a command, as far as it is documented.</summary>
    public CommandHelp Read(CmdletInfo command)
    {
        Type type = command.ImplementingType;
        XElement written = docs.Of(type);
        SyntaxHelp[] syntax = [.. command.ParameterSets.OrderByDescending(set => set.IsDefault).Select(set => ReadSyntax(type, set))];
        return new CommandHelp
        {
            Name = command.Name,
            Aliases = type.GetCustomAttribute<AliasAttribute>()?.AliasNames.ToArray() ?? [],
            Synopsis = Require(written, type, "summary", "LOGHELP001", $"{command.Name} has no <summary> to say what it does."),
            Description = Require(written, type, "remarks", "LOGHELP002", $"{command.Name} has no <remarks> to describe it."),
            Syntax = syntax,
            Parameters = [.. syntax.SelectMany(way => way.Parameters).DistinctBy(parameter => parameter.Name).OrderBy(parameter => parameter.Name, StringComparer.Ordinal)],
            Inputs = ReadInputs(command, written, syntax.Any(way => way.Parameters.Any(parameter => parameter.TakesPipeline))),
            Outputs = ReadOutputs(command, written),
            Examples = ReadExamples(command, written),
            Links = ReadLinks(command, written),
        };
    }

    private SyntaxHelp ReadSyntax(Type type, CommandParameterSetInfo set) => new(
        set.ToString(),
        [
            .. set.Parameters
                .Where(parameter => !Cmdlet.CommonParameters.Contains(parameter.Name))
                .OrderBy(parameter => parameter.Position < 0 ? int.MaxValue : parameter.Position)
                .ThenByDescending(parameter => parameter.IsMandatory)
                .Select(parameter => _parameters.Read(type, parameter)),
        ]);

    private TypeHelp[] ReadInputs(CmdletInfo command, XElement written, bool takesPipeline)
    {
        TypeHelp[] inputs = ReadTypes(written, "input");
        if (takesPipeline == (inputs.Length == 0))
        {
            report("LOGHELP006", command.ImplementingType, $"{command.Name} must say by <input cref=\"type\"> what it takes from the pipeline, where it takes anything.");
        }

        return inputs.Length > 0 ? inputs : [new TypeHelp("None", DocText.Of("It takes nothing from the pipeline."))];
    }

    private TypeHelp[] ReadOutputs(CmdletInfo command, XElement written)
    {
        TypeHelp[] outputs = ReadTypes(written, "output");
        IEnumerable<string> declared = command.ImplementingType.GetCustomAttributes<OutputTypeAttribute>().SelectMany(output => output.Type).Select(type => type.Name);
        if (!outputs.Select(output => output.Name).Order().SequenceEqual(declared.Distinct().Order()))
        {
            report("LOGHELP007", command.ImplementingType, $"{command.Name} must say by <output cref=\"type\"> when it writes each type that its [OutputType] names, and no other.");
        }

        return outputs;
    }

    private ExampleHelp[] ReadExamples(CmdletInfo command, XElement written)
    {
        ExampleHelp[] examples = [.. written.Elements("example").Select(ExampleReader.Read).OfType<ExampleHelp>()];
        if (examples.Length < MinExamples || examples.Length < written.Elements("example").Count())
        {
            report("LOGHELP008", command.ImplementingType, $"{command.Name} must have at least {MinExamples} <example>s, each a <para> with a question and <code> with 'PS> ' before what is typed.");
        }

        foreach (string line in examples.SelectMany(example => example.Code.Split('\n')).Where(line => line.Length > MaxLineLength))
        {
            report("LOGHELP010", command.ImplementingType, $"{command.Name} has an example with a line of more than {MaxLineLength} characters, which help would break: {line}");
        }

        return examples;
    }

    private LinkHelp[] ReadLinks(CmdletInfo command, XElement written)
    {
        LinkHelp[] links =
        [
            .. from link in written.Elements("seealso")
               let document = link.Attribute("href")?.Value
               select document is null ? new LinkHelp(TextStyle.NameOf(link.Attribute("cref")!.Value), null) : new LinkHelp(link.Value, document),
        ];
        if (links.Length == 0)
        {
            report("LOGHELP009", command.ImplementingType, $"{command.Name} has no <seealso> to say where to read on.");
        }

        return [.. links, new LinkHelp(Topic, null)];
    }

    private DocText Require(XElement written, Type type, string element, string id, string message)
    {
        XElement? found = written.Element(element);
        if (string.IsNullOrWhiteSpace(found?.Value))
        {
            report(id, type, message);
        }

        return new DocText(found ?? new XElement(element));
    }

    private static TypeHelp[] ReadTypes(XElement written, string element) =>
        [.. written.Elements(element).Select(type => new TypeHelp(type.Attribute("cref")!.Value[2..], new DocText(type)))];
}
