using System.Globalization;

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
    public string[] Paths { get; } = [.. Enumerable.Range(0, Files).Select(file => Path.Combine(Folder, $"load-{file:D3}.log"))];

    public static LoadPlan Parse(string[] arguments)
    {
        int[] numbers = [.. arguments[1..].Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
        return new LoadPlan(arguments[0], numbers[0], numbers[1], numbers[2], numbers[3], numbers[4] == 1);
    }

    public string[] ToArguments() => [Folder, $"{Files}", $"{Rate}", $"{Seconds}", $"{RotateEvery}", Copies ? "1" : "0"];

    /// <summary>Creates the files, empty.</summary>
    public void CreateFiles() => Array.ForEach(Paths, path => File.WriteAllText(path, string.Empty));
}
