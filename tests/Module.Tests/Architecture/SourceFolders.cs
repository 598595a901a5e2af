namespace LogAnalysis.Tests.Architecture;

/// <summary>Which folder of a project the type of a name lies in: there is one type a file, and the file has its name.</summary>
internal sealed class SourceFolders
{
    private readonly Dictionary<string, string> _folders;

    public SourceFolders(string project)
    {
        string root = RepositoryRoot.Combine(project.Split('/'));
        _folders = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(file => !file.StartsWith("obj/", StringComparison.Ordinal) && !file.StartsWith("bin/", StringComparison.Ordinal))
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file), file => Path.GetDirectoryName(file)!.Replace('\\', '/'));
    }

    /// <summary>The folder, or null where no file has the type's name.</summary>
    public string? Find(string type) => _folders.GetValueOrDefault(type);
}
