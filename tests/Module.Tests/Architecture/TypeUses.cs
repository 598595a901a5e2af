using Mono.Cecil;
using Mono.Cecil.Cil;

namespace LogAnalysis.Tests.Architecture;

/// <summary>Which types each type of an assembly uses, read from what the compiler made of them.</summary>
internal static class TypeUses
{
    /// <summary>Each type with each other that it uses, both by the names of their outermost types. Types that the compiler adds are left out.</summary>
    public static IEnumerable<(string User, TypeReference Used)> Of(string assembly)
    {
        using var module = ModuleDefinition.ReadModule(assembly);
        List<(string, TypeReference)> uses = [];
        foreach (TypeDefinition type in module.GetTypes())
        {
            string user = NameOf(type);
            uses.AddRange(UsedBy(type).SelectMany(Parts).Where(used => NameOf(used) != user).Select(used => (user, used)));
        }

        return uses;
    }

    /// <summary>The name of the outermost type around one, as its file has it.</summary>
    public static string NameOf(TypeReference type)
    {
        while (type.DeclaringType is not null)
        {
            type = type.DeclaringType;
        }

        return type.Name.Split('`')[0];
    }

    private static IEnumerable<TypeReference?> UsedBy(TypeDefinition type) =>
    [
        type.BaseType,
        .. type.Interfaces.Select(implemented => implemented.InterfaceType),
        .. type.CustomAttributes.Select(attribute => attribute.AttributeType),
        .. type.Fields.Select(field => field.FieldType),
        .. type.Properties.SelectMany(property => property.CustomAttributes).Select(attribute => attribute.AttributeType),
        .. type.Methods.SelectMany(UsedBy),
    ];

    private static IEnumerable<TypeReference?> UsedBy(MethodDefinition method) =>
    [
        method.ReturnType,
        .. method.Parameters.Select(parameter => parameter.ParameterType),
        .. method.HasBody ? method.Body.Variables.Select(variable => variable.VariableType) : [],
        .. method.HasBody ? method.Body.Instructions.SelectMany(UsedBy) : [],
    ];

    private static IEnumerable<TypeReference?> UsedBy(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        GenericInstanceMethod generic => [generic.DeclaringType, .. generic.GenericArguments],
        MemberReference member => [member.DeclaringType],
        _ => [],
    };

    /// <summary>The types that one is made of: of an array its elements, of a generic type its arguments too.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Parts)],
        TypeSpecification made => Parts(made.ElementType),
        _ => [type],
    };
}
