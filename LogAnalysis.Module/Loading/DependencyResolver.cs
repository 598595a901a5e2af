using System.Management.Automation;
using System.Reflection;
using System.Runtime.Loader;

namespace LogAnalysis.Loading;

/// <summary>
/// Loads the libraries that the module brings with it where no other module sees them. In a session there is one place for all modules, in
/// which each library can stand in one version: without this, whoever came second with another version would fail to load.
/// </summary>
public sealed class DependencyResolver : IModuleAssemblyInitializer
{
    private static readonly string Folder = Path.GetDirectoryName(typeof(DependencyResolver).Assembly.Location)!;
    private static readonly AssemblyLoadContext Own = new(nameof(LogAnalysis));
    private static readonly string[] Names = ["HdrHistogram", "Microsoft.Extensions.FileSystemGlobbing"];
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
    /// Is asked for what nobody has loaded yet, or only in a lower version. It does not tell who asks, so it answers only to the version
    /// that is here: another one is another module's.
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
