using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using LogAnalysis.Fields;
using LogAnalysis.Model;

namespace LogAnalysis.Objects;

/// <summary>The properties of a .NET type that can be fields of an entry: those with simple values.</summary>
internal sealed class TypeMembers
{
    /// <summary>Windows translates these from numbers that are at hand, which takes a thousand times as long as everything else.</summary>
    private static readonly HashSet<string> Translated = ["LevelDisplayName", "TaskDisplayName", "OpcodeDisplayName", "KeywordsDisplayNames"];

    private static readonly ConcurrentDictionary<Type, TypeMembers> Known = [];

    private TypeMembers(Type type)
    {
        bool isEvent = type.Namespace == "System.Diagnostics.Eventing.Reader";
        All =
        [
            .. from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
               where property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0
                   && IsSimple(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType)
                   && !(isEvent && Translated.Contains(property.Name))
               select new TypeMember(property),
        ];
        HasMessage = All.Any(member => FieldNames.Find(Encoding.UTF8.GetBytes(member.Name)) == FieldKind.Message);
    }

    /// <summary>The properties, in their order.</summary>
    public IReadOnlyList<TypeMember> All { get; }

    /// <summary>Whether one of them is a message.</summary>
    public bool HasMessage { get; }

    /// <summary>The properties of a type.</summary>
    public static TypeMembers Of(Type type) => Known.GetOrAdd(type, static type => new TypeMembers(type));

    private static bool IsSimple(Type type) =>
        type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(object) || type == typeof(decimal) || type == typeof(DateTime)
        || type == typeof(DateTimeOffset) || type == typeof(TimeSpan) || type == typeof(Guid);
}
