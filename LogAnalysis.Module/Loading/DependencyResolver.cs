using System.Management.Automation;
using System.Reflection;
using System.Runtime.Loader;

namespace LogAnalysis.Loading;

/// <summary>
/// Loads the module's libraries into a context of their own. All modules of a session share the default context, which holds one version
/// of each library: without this, the second module with another version would fail to load.
/// </summary>
public sealed class DependencyResolver : IModuleAssemblyInitializer
{
    private static readonly string Folder = Path.GetDirectoryName(typeof(DependencyResolver).Assembly.Location)!;
    private static readonly AssemblyLoadContext Own = new(nameof(LogAnalysis));
    private static readonly string[] Names = ["HdrHistogram", "Microsoft.Extensions.FileSystemGlobbing", "SharpCompress", "System.IO.Hashing"];
    private static int IsWatching;

    /// <summary>Is called by PowerShell when the module is imported, before any of its commands.</summary>
    public void OnImport()
    {
        if (Interlocked.Exchange(ref IsWatching, 1) == 0)
        {
            AssemblyLoadContext.Default.Resolving += Resolve;
        }
    }

    /// <summary>
    /// Runs for assemblies that are not loaded yet, or only in a lower version. It cannot see which module asks, so it returns only the
    /// version that ships with this one: any other belongs to another module.
    /// </summary>
    private static Assembly? Resolve(AssemblyLoadContext context, AssemblyName wanted)
    {
        if (!Names.Contains(wanted.Name))
        {
            return null;
        }

        string file = Path.Combine(Folder, wanted.Name + ".dll");
        return AssemblyName.GetAssemblyName(file).Version == wanted.Version ? Own.LoadFromAssemblyPath(file) : null;
    }
}
