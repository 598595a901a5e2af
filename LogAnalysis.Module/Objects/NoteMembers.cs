using System.Management.Automation;
using System.Reflection;

namespace LogAnalysis.Objects;

/// <summary>
/// The properties of custom objects. PowerShell's public way to them puts together what types may add as well, which takes three times as long as
/// everything else that is done for an object.
/// </summary>
internal static class NoteMembers
{
    /// <summary>A member that PowerShell adds and hides, once somebody has asked for the names of the type.</summary>
    public const string Names = "pstypenames";

    private const string PlainName = "System.Management.Automation.PSCustomObject";

    /// <summary>A custom object is named as such, and as an object. With any other name, types may add to it.</summary>
    private const int PlainNames = 2;

    /// <summary>Gives an object's own members; null where this PowerShell has no such way.</summary>
    private static readonly Func<PSObject, PSMemberInfoCollection<PSMemberInfo>>? OwnMembers = FindOwnMembers();

    /// <summary>The properties of an object that no type has added to; null where only PowerShell's own way gives all.</summary>
    public static PSMemberInfoCollection<PSMemberInfo>? TryFind(PSObject input)
    {
        var names = TypeNames.Of(input);
        return OwnMembers is not null && input.BaseObject is PSCustomObject && names.Count == PlainNames && names[0] == PlainName ? OwnMembers(input) : null;
    }

    private static Func<PSObject, PSMemberInfoCollection<PSMemberInfo>>? FindOwnMembers()
    {
        MethodInfo? getter = typeof(PSObject).GetProperty("InstanceMembers", BindingFlags.Instance | BindingFlags.NonPublic)?.GetMethod;
        return getter is not null && typeof(PSMemberInfoCollection<PSMemberInfo>).IsAssignableFrom(getter.ReturnType)
            ? getter.CreateDelegate<Func<PSObject, PSMemberInfoCollection<PSMemberInfo>>>()
            : null;
    }
}
