namespace LogAnalysis.Tests.Contributing;

/// <summary>As much of the project as the engine and the tests of formats need, in a folder of its own.</summary>
internal sealed class ProjectCopy : IDisposable
{
    private static readonly string[] Parts =
    [
        "LogAnalysis.psd1", "Directory.Build.props", "Directory.Packages.props", ".editorconfig", "global.json", "docs/formats.md",
        "src/LogAnalysis.Engine", "tests/cases",
    ];

    private static readonly string[] Made = ["bin", "obj"];

    private readonly TempFolder _folder = new();

    public ProjectCopy()
    {
        foreach (string part in Parts)
        {
            string source = RepositoryRoot.Combine(part);
            Array.ForEach(File.Exists(source) ? [source] : Sources(source), file => Copy(file, Path.GetRelativePath(RepositoryRoot.Path, file)));
        }
    }

    public string Root => _folder.Path;

    public void Copy(string file, string path)
    {
        string target = _folder.Combine(path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(file, target, overwrite: true);
    }

    public void Write(string path, string text) => _folder.WriteText(path, text);

    public string Read(string path) => File.ReadAllText(_folder.Combine(path));

    public void Dispose() => _folder.Dispose();

    /// <summary>The files below a folder, but for those that a build makes.</summary>
    private static string[] Sources(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Intersect(Made).Any())];
}
