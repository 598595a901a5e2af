namespace LogAnalysis.Tests.Architecture;

/// <summary>Which folder of a project the type of a name lies in: there is one type a file, and the file has its name.</summary>
internal sealed class SourceFolders
{
    private readonly Dictionary<string, string> _folders;
    private readonly string _root;

    public SourceFolders(string project)
    {
        string root = _root = RepositoryRoot.Combine(project.Split('/'));
        _folders = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(file => !file.StartsWith("obj/", StringComparison.Ordinal) && !file.StartsWith("bin/", StringComparison.Ordinal))
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file), file => Path.GetDirectoryName(file)!.Replace('\\', '/'));
    }

    /// <summary>The folder, or null where no file has the type's name.</summary>
    public string? Find(string type) => _folders.GetValueOrDefault(type);

    /// <summary>How many lines the file of a type has.</summary>
    public int CountLines(string type) => File.ReadLines(Path.Combine(_root, _folders[type], type + ".cs")).Count();
}
