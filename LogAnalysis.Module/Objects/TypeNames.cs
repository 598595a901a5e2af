using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Reflection;

namespace LogAnalysis.Objects;

/// <summary>
/// The names of an object's type. PowerShell's public way to them makes a copy that may be changed, and remembers for each object that it did: of a
/// stream of objects, the collector of garbage then takes longer than everything else.
/// </summary>
internal static class TypeNames
{
    /// <summary>Gives the names that must not be changed; null where this PowerShell has no such way.</summary>
    private static readonly Func<PSObject, Collection<string>>? Shared = FindShared();

    /// <summary>The names, the most special one first. They must not be changed.</summary>
    public static Collection<string> Of(PSObject input) => Shared is null ? input.TypeNames : Shared(input);

    private static Func<PSObject, Collection<string>>? FindShared()
    {
        MethodInfo? getter = typeof(PSObject).GetProperty("InternalTypeNames", BindingFlags.Instance | BindingFlags.NonPublic)?.GetMethod;
        return getter is not null && typeof(Collection<string>).IsAssignableFrom(getter.ReturnType)
            ? getter.CreateDelegate<Func<PSObject, Collection<string>>>()
            : null;
    }
}
