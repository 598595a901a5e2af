using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using System.Xml.Linq;

namespace LogAnalysis.Help.Reading;

/// <summary>Puts the help of a parameter together. It is written beside the property, in a base class where several commands have it.</summary>
/// <param name="docs">What is written.</param>
/// <param name="report">Takes the kind of an error, what it is an error of, and what is missing.</param>
internal sealed class ParameterReader(XmlDocs docs, Action<string, MemberInfo, string> report)
{
    private static readonly DocText False = DocText.Of("False");

    /// <summary>What PowerShell adds to a command that changes something.</summary>
    private static readonly Dictionary<string, string> AddedByPowerShell = new()
    {
        ["WhatIf"] = "Says what would be done, and does not do it.",
        ["Confirm"] = "Asks before it is done.",
    };

    /// <summary>The help of a parameter, as far as it is documented.</summary>
    public ParameterHelp Read(Type command, CommandParameterInfo parameter)
    {
        bool isSwitch = parameter.ParameterType == typeof(SwitchParameter);
        bool isAdded = AddedByPowerShell.TryGetValue(parameter.Name, out string? added);
        (DocText text, DocText? value) = isAdded ? (DocText.Of(added!), False) : ReadDocs(command, parameter, isSwitch);
        bool isShared = !isAdded && command.GetProperty(parameter.Name)!.DeclaringType != command;
        return new ParameterHelp
        {
            Name = parameter.Name,
            Aliases = [.. parameter.Aliases],
            Text = text,
            IsShared = isShared,
            Only = isAdded || isShared ? null : ReadOnly(command.GetProperty(parameter.Name)!),
            Default = value,
            Type = NameOf(parameter.ParameterType),
            IsSwitch = isSwitch,
            Values = ValuesOf(parameter.ParameterType),
            TakesWildcards = parameter.Attributes.OfType<SupportsWildcardsAttribute>().Any(),
            TakesPipeline = parameter.ValueFromPipeline,
            IsRequired = parameter.IsMandatory,
            Position = parameter.Position < 0 ? null : parameter.Position,
        };
    }

    private (DocText Text, DocText? Default) ReadDocs(Type command, CommandParameterInfo parameter, bool isSwitch)
    {
        PropertyInfo property = command.GetProperty(parameter.Name)!;
        PropertyInfo declared = property.DeclaringType!.GetProperty(parameter.Name)!;
        XElement written = docs.Of(declared);
        if (string.IsNullOrWhiteSpace(written.Element("summary")?.Value))
        {
            report("LOGHELP003", declared, $"The parameter -{parameter.Name} has no <summary> to say what it means.");
        }

        XElement text = new("text", written.Element("summary")?.Nodes(), written.Elements("remarks"));
        return (new DocText(text), isSwitch ? False : parameter.IsMandatory ? null : ReadDefault(command, declared, written.Element("value")));
    }

    /// <summary>A command that shares parameters with others says of each that it does not share why it does not.</summary>
    private DocText? ReadOnly(PropertyInfo property)
    {
        XElement? only = docs.Of(property).Element("only");
        if (only is null && IsCommandWithParameters(property.DeclaringType!.BaseType!))
        {
            report("LOGHELP011", property, $"The parameter -{property.Name} has no <only> to say why commands that share the others do not have it.");
        }

        return only is null ? null : new DocText(only);
    }

    private static bool IsCommandWithParameters(Type type) => type.GetProperties().Any(property => property.IsDefined(typeof(ParameterAttribute)));

    private DocText ReadDefault(Type command, PropertyInfo property, XElement? written)
    {
        string text = written?.Value.Trim() ?? string.Empty;
        if (text.Length == 0)
        {
            report("LOGHELP004", property, $"The parameter -{property.Name} has no <value> to say what its default is.");
        }
        else if (InitialValue(command, property) is string initial && initial != text)
        {
            report("LOGHELP005", property, $"The parameter -{property.Name} has the default '{initial}', but its <value> says '{text}'.");
        }

        return new DocText(written ?? new XElement("value"));
    }

    /// <summary>The default, where it is a value of its own rather than one that stands for something.</summary>
    private static string? InitialValue(Type command, PropertyInfo property) =>
        property.GetValue(Activator.CreateInstance(command)) switch
        {
            int number and not 0 => number.ToString(CultureInfo.InvariantCulture),
            string { Length: > 0 } text => text,
            string[] { Length: > 0 } texts => string.Join(", ", texts),
            _ => null,
        };

    private static string NameOf(Type type) =>
        Nullable.GetUnderlyingType(type) is Type inner ? inner.Name : type == typeof(PSObject) ? "Object" : type.Name;

    private static string[] ValuesOf(Type type)
    {
        Type element = Nullable.GetUnderlyingType(type) ?? type.GetElementType() ?? type;
        return element.IsEnum ? Enum.GetNames(element) : [];
    }
}
