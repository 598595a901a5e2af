using System.Management.Automation;

namespace LogAnalysis.Tests.Surface;

/// <summary>What of a command a script can rely on, as text: what it writes, its parameters, and how they are bound.</summary>
internal static class CommandSurface
{
    public static string Describe(CmdletInfo command) => string.Join('\n', Lines(command)) + "\n";

    private static IEnumerable<string> Lines(CmdletInfo command)
    {
        yield return command.Name;
        yield return $"    writes {string.Join(", ", command.OutputType.Select(type => type.Name))}";
        yield return $"    sets {string.Join(", ", command.ParameterSets.Select(set => set.IsDefault ? set.Name + " (default)" : set.Name).Order(StringComparer.Ordinal))}";
        foreach (ParameterMetadata parameter in command.Parameters.Values.Where(IsOfTheCommand).OrderBy(parameter => parameter.Name, StringComparer.Ordinal))
        {
            yield return $"    -{parameter.Name} <{NameOf(parameter.ParameterType)}>{Traits(parameter)}";
            foreach ((string set, ParameterSetMetadata binding) in parameter.ParameterSets.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                yield return $"        {(set == ParameterAttribute.AllParameterSets ? "all sets" : set)}: {Binding(binding)}";
            }
        }
    }

    private static bool IsOfTheCommand(ParameterMetadata parameter) => !Cmdlet.CommonParameters.Contains(parameter.Name);

    private static string Traits(ParameterMetadata parameter) => string.Concat(
        parameter.Aliases.Count > 0 ? $"; alias {string.Join(", ", parameter.Aliases.Order(StringComparer.Ordinal))}" : string.Empty,
        parameter.Attributes.Any(attribute => attribute is SupportsWildcardsAttribute) ? "; wildcards" : string.Empty,
        string.Concat(parameter.Attributes.OfType<ValidateArgumentsAttribute>().Select(rule => "; " + rule.GetType().Name.Replace("Attribute", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal)));

    private static string Binding(ParameterSetMetadata binding) => string.Concat(
        binding.IsMandatory ? "mandatory" : "optional",
        binding.Position == int.MinValue ? string.Empty : $", position {binding.Position}",
        binding.ValueFromPipeline ? ", from the pipeline" : string.Empty,
        binding.ValueFromPipelineByPropertyName ? ", from a property of its name" : string.Empty);

    private static string NameOf(Type type) =>
        Nullable.GetUnderlyingType(type) is { } underlying ? NameOf(underlying) + "?" : type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true ? type.Name : type.FullName!;
}
