using System.Management.Automation;

namespace LogAnalysis.Objects;

/// <summary>Finds the file that an object names, as those of <c>Get-ChildItem | Select-Object FullName</c> do.</summary>
internal static class FileReference
{
    private static readonly string[] Names = [nameof(FileSystemInfo.FullName), "PSPath"];

    /// <summary>The path; null where the object names no file.</summary>
    public static string? PathOf(PSObject input) => input.BaseObject switch
    {
        string => null,
        FileSystemInfo file => file.FullName,
        PathInfo path => path.ProviderPath,
        System.Collections.IDictionary members => Names.Select(name => members[name]).OfType<string>().FirstOrDefault(path => path.Length > 0),
        _ => Names.Select(name => input.Properties[name]?.Value).Select(value => value is PSObject wrapper ? wrapper.BaseObject : value)
            .OfType<string>().FirstOrDefault(path => path.Length > 0),
    };
}
