using System.Management.Automation;
using LogAnalysis.Errors;
using LogAnalysis.Files;
using DriveNotFoundException = System.Management.Automation.DriveNotFoundException;

namespace LogAnalysis.Paths;

/// <summary>Makes full file names of what the user typed, through the session: its current location and its drives.</summary>
/// <param name="cmdlet">The command. Paths that name no file are reported there.</param>
/// <param name="archives">The logs in archives; null where archives are files like others.</param>
internal sealed class LogPathResolver(PSCmdlet cmdlet, ArchivePaths? archives = null)
{
    private const string FileSystem = "FileSystem";

    private readonly HashSet<string> _seen = new(FileNames.Comparer);

    /// <summary>The files that paths with wildcards name. A path without wildcards need not exist: its reader says so.</summary>
    public IEnumerable<string> Resolve(IEnumerable<string> paths) => paths.SelectMany(ResolveOne).Where(IsNew);

    /// <summary>The files that literal paths name.</summary>
    public IEnumerable<string> ResolveLiteral(IEnumerable<string> paths) => paths.SelectMany(ExpandLiteral).Where(IsNew);

    /// <summary>The full paths of those paths that have wildcards: what they will name later.</summary>
    public IEnumerable<string> Wildcards(IEnumerable<string> paths) =>
        paths.Where(path => WildcardPattern.ContainsWildcardCharacters(path) && PathPattern.FindMalformed(path) is null).SelectMany(path => TryLocate(path, out string? full) ? [full!] : Array.Empty<string>());

    private bool IsNew(string file)
    {
        bool isNew = _seen.Add(file);
        if (!isNew)
        {
            cmdlet.WriteDetail($"'{file}' is named again, and read once.");
        }

        return isNew;
    }

    private IEnumerable<string> ResolveOne(string path)
    {
        if (!WildcardPattern.ContainsWildcardCharacters(path))
        {
            return ExpandLiteral(WildcardPattern.Unescape(path));
        }

        string[] literal = Literal(path);
        if (literal.Length == 0)
        {
            return [];
        }

        // 'app[1].log' is a wildcard that does not match the file of that name, 'app[.log' is none at all.
        WildcardPatternException? malformed = PathPattern.FindMalformed(path);
        string[] files = malformed is null ? FindFiles(path) : [];
        string[] members = malformed is null ? [.. FindMembers(path)] : [];
        string[] found = files.Length > 0 || members.Length > 0 ? files : [.. literal.Where(File.Exists)];
        if (found.Length == 0 && members.Length == 0)
        {
            cmdlet.WriteError(malformed is null ? LogErrors.NoMatchingFile(path) : LogErrors.UnusablePath(path, malformed));
        }

        return archives is null ? found : found.SelectMany(archives.Expand).Concat(members);
    }

    private IEnumerable<string> ExpandLiteral(string path) => archives is null ? Literal(path) : Literal(path).SelectMany(archives.ExpandLiteral);

    /// <summary>The logs in archives that a wildcard reaches into.</summary>
    private IEnumerable<string> FindMembers(string path)
    {
        if (archives is null || ArchivePattern.Split(path, IsFile) is not (string outer, string inner) || PathPattern.FindMalformed(inner) is not null)
        {
            return [];
        }

        var pattern = new ArchivePattern(inner);
        IEnumerable<string> files = WildcardPattern.ContainsWildcardCharacters(outer) ? FindFiles(outer) : Literal(WildcardPattern.Unescape(outer));
        return files.SelectMany(file => archives.Match(file, pattern));
    }

    private bool IsFile(string path) => TryLocate(WildcardPattern.Unescape(path), out string? full) && File.Exists(full);

    private string[] FindFiles(string path) => GlobPattern.IsMatch(path) ? ExpandGlob(path) : ExpandWildcards(path);

    private string[] ExpandGlob(string path)
    {
        (string root, string pattern) = GlobPattern.Split(path);
        return [.. Literal(root).Where(Directory.Exists).SelectMany(directory => GlobPattern.Expand(directory, pattern, ReportFolder))];
    }

    private void ReportFolder(string folder, Exception unreachable) => cmdlet.WriteError(LogErrors.UnreachableFolder(folder, unreachable));

    private string[] ExpandWildcards(string path)
    {
        // On Unix a name can hold a backslash. PowerShell takes it for a separator, also in names that it has found itself.
        if (!OperatingSystem.IsWindows())
        {
            return TryLocate(path, out string? full) ? [.. PathPattern.Expand(full!)] : [];
        }

        try
        {
            IEnumerable<string> found = cmdlet.SessionState.Path.GetResolvedProviderPathFromPSPath(path, out _);
            return [.. found.Where(item => !Directory.Exists(item)).Order(StringComparer.Ordinal)];
        }
        catch (ItemNotFoundException)
        {
            return [];
        }
    }

    /// <summary>The full file name of a path, its wildcards taken literally. One that cannot name a file is reported.</summary>
    private string[] Literal(string path)
    {
        if (WithBackslash(path) is string name)
        {
            return [name];
        }

        try
        {
            string full = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
            return IsFileSystem(provider, path) ? [full] : [];
        }
        catch (Exception unusable) when (unusable is ProviderNotFoundException or DriveNotFoundException or PSNotSupportedException)
        {
            cmdlet.WriteError(LogErrors.UnusablePath(path, unusable));
            return [];
        }
    }

    /// <summary>
    /// The file whose name is written exactly so, where that has a backslash on Unix; null where there is none. PowerShell would read <c>a\..\..\b</c> as a path
    /// that leads out of the folder, and whoever may create files in that could choose another.
    /// </summary>
    private string? WithBackslash(string path)
    {
        if (OperatingSystem.IsWindows() || !path.Contains('\\', StringComparison.Ordinal))
        {
            return null;
        }

        string full = Path.GetFullPath(path, cmdlet.SessionState.Path.CurrentFileSystemLocation.ProviderPath);
        return File.Exists(full) ? full : null;
    }

    /// <summary>As <see cref="Literal"/>, but says nothing: what is wrong was reported before.</summary>
    private bool TryLocate(string path, out string? full)
    {
        try
        {
            full = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
            return provider.Name == FileSystem;
        }
        catch (Exception unusable) when (unusable is ProviderNotFoundException or DriveNotFoundException or PSNotSupportedException)
        {
            full = null;
            return false;
        }
    }

    private bool IsFileSystem(ProviderInfo provider, string path)
    {
        bool right = provider.Name == FileSystem;
        if (!right)
        {
            cmdlet.WriteError(LogErrors.NotFileSystem(path, provider.Name));
        }

        return right;
    }
}
