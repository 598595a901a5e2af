namespace LogAnalysis.Bench.Loading;

/// <summary>What is written to be followed.</summary>
/// <param name="Folder">Where the files are.</param>
/// <param name="Files">How many.</param>
/// <param name="Rate">How many lines a second go into each.</param>
/// <param name="Seconds">For how long.</param>
/// <param name="RotateEvery">After how many seconds each file is rotated, the files one after the other.</param>
/// <param name="Copies">Whether every second rotation copies and truncates rather than renaming.</param>
internal sealed record LoadPlan(string Folder, int Files, int Rate, int Seconds, int RotateEvery, bool Copies)
{
    /// <summary>How long one tick of a writer lasts, in milliseconds: lines are written in bursts.</summary>
    public const int Tick = 10;

    /// <summary>The path of a file.</summary>
    public string PathOf(int file) => System.IO.Path.Combine(Folder, $"load-{file:D3}.log");

    /// <summary>The paths of all files.</summary>
    public string[] Paths => [.. Enumerable.Range(0, Files).Select(PathOf)];
}
