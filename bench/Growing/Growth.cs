using LogAnalysis.Bench.Generating;
using LogAnalysis.Bench.Sessions;

namespace LogAnalysis.Bench.Growing;

/// <summary>Measures how time and memory grow with the size of a file, and with the number of files.</summary>
/// <param name="folder">Where files are written meanwhile.</param>
/// <param name="largest">The largest file, in bytes.</param>
/// <param name="times">How many processes each figure comes from.</param>
/// <param name="progress">Is told what runs.</param>
internal sealed class Growth(string folder, long largest, int times, Action<string> progress)
{
    /// <summary>How long a process warms up, in seconds: about as long as .NET takes to compile what runs often as well as it can.</summary>
    public const int WarmUpSeconds = 3;

    private const long SharedSize = 100_000_000;
    private const int EachSize = 10_000;
    private const int WarmUpSize = 10_000_000;

    private static readonly long[] Sizes = [10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000];
    private static readonly int[] Counts = [1, 10, 100, 1_000, 10_000];
    private static readonly string[] Commands = ["Measure-LogErrors", "Get-LogReport"];

    private readonly PowerShellHost _host = new();
    private readonly string _warmUpFile = Path.Combine(folder, "warm-up.log");

    /// <summary>One file of the same kind of data, larger and larger.</summary>
    /// <param name="set">The data.</param>
    public Table OverSizes(DataSet set)
    {
        var table = new Table("command", "file", "size", "seconds", "seconds / GB", "peak memory above idle");
        using var file = new GrowingFile(Path.Combine(folder, $"growing-{set.FileName}"), set);
        foreach (long size in Sizes.Where(size => size <= largest))
        {
            if (!file.HasRoomFor(size))
            {
                table.Add("skipped", set.FileName, ByteSize.Format(size), "no room on the disk", string.Empty, string.Empty);
                break;
            }

            file.GrowTo(size);
            foreach (string command in Commands)
            {
                progress($"{command} {set.FileName}, {ByteSize.Format(size)}");
                FreshRun run = Run(command, file.Path, set);
                table.Add(command, set.FileName, ByteSize.Format(size), $"{run.Seconds:0.000}", PerGigabyte(run, file.Length), Memory(run));
            }
        }

        return table;
    }

    /// <summary>More and more files: that have the same size together, and that have the same size each.</summary>
    public Table OverFiles()
    {
        var table = new Table("command", "files", "together", "seconds", "seconds / GB", "ms / file", "peak memory above idle");
        foreach ((int count, long size) in Counts.Select(count => (count, SharedSize / count)).Concat(Counts.Select(count => (count, (long)EachSize))).Distinct())
        {
            string files = Path.Combine(folder, "files");
            long bytes = WriteFiles(files, count, DataSet.App.ToBytes(size));
            foreach (string command in Commands)
            {
                progress($"{command}, {count:N0} files of {ByteSize.Format(size)}");
                FreshRun run = Run(command, Path.Combine(files, "*.log"), DataSet.App);
                table.Add(
                    command, $"{count:N0}", ByteSize.Format(bytes), $"{run.Seconds:0.000}", PerGigabyte(run, bytes), $"{1000 * run.Seconds / count:0.00}", Memory(run));
            }

            Directory.Delete(files, recursive: true);
        }

        return table;
    }

    private static long WriteFiles(string folder, int count, byte[] content)
    {
        Directory.CreateDirectory(folder);
        for (int i = 0; i < count; i++)
        {
            File.WriteAllBytes(Path.Combine(folder, $"{i:00000}.log"), content);
        }

        return (long)count * content.Length;
    }

    private FreshRun Run(string command, string path, DataSet set)
    {
        File.WriteAllBytes(_warmUpFile, set.ToBytes(WarmUpSize));
        return FreshRun.Measure(_host, $"{command} '{path}'", WarmUp(command), times);
    }

    private string WarmUp(string command) =>
        $"$until = [DateTime]::UtcNow.AddSeconds({WarmUpSeconds}); do {{ {command} '{_warmUpFile}' }} while ([DateTime]::UtcNow -lt $until)";

    private static string PerGigabyte(FreshRun run, long bytes) => $"{run.Seconds / bytes * 1e9:0.00}";

    private static string Memory(FreshRun run) => $"{run.PeakMemory / 1e6:0} MB";
}
