namespace LogAnalysis.Tests.Packaging;

/// <summary>The module as it is published, laid out in a folder of its own.</summary>
public sealed class Package : IDisposable
{
    private readonly TempFolder _folder = new();

    public Package()
    {
        DotNet.Run(RepositoryRoot.Path, "build", "LogAnalysis.Module", "-t:Package", $"-p:PackageRoot={_folder.Path}", "-m:1", "--no-restore");
        Path = Directory.GetDirectories(_folder.Combine("LogAnalysis")).Single();
    }

    public string Path { get; }

    public string Manifest => System.IO.Path.Combine(Path, "LogAnalysis.psd1");

    public void Dispose() => _folder.Dispose();
}
