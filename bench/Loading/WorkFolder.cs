namespace LogAnalysis.Bench.Loading;

/// <summary>A folder for what is written only to be measured; it is deleted with all that is in it.</summary>
internal sealed class WorkFolder : IDisposable
{
    /// <summary>Creates it, in another one.</summary>
    public WorkFolder(string parent) => Path = Directory.CreateDirectory(System.IO.Path.Combine(System.IO.Path.GetFullPath(parent), "growth")).FullName;

    /// <summary>Its full path.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
