using System.Text.Json;

namespace LogAnalysis.Bench.Generating;

/// <summary>A folder of generated logs, and the truth about them in <c>truth.json</c>.</summary>
internal sealed class DataFolder
{
    /// <summary>Version of the generated data. Increase it when you change the generator, so that older data is generated again.</summary>
    private const int GeneratorVersion = 1;

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    private readonly string _folder;
    private readonly string _truthFile;
    private readonly Dictionary<string, LogTruth> _logs;

    private DataFolder(string folder)
    {
        _folder = folder;
        _truthFile = Path.Combine(folder, "truth.json");
        _logs = ReadTruth();
    }

    /// <summary>Generates logs in a folder, which is created where there is none.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="logs">Which, such as <c>access</c> or <c>access=1g</c>; all where none is named.</param>
    public static void Generate(string folder, string[] logs)
    {
        var data = new DataFolder(Directory.CreateDirectory(folder).FullName);
        foreach ((DataSet set, long size) in logs.Length == 0 ? DataSet.All.Select(set => (set, set.DefaultSize)) : [.. logs.Select(DataSet.Parse)])
        {
            Console.WriteLine($"{set.FileName}: {(data.Prepare(set, size) ? "generated" : "is there already")}, {size / 1e6:0.#} MB");
        }
    }

    /// <summary>Generates a log, unless it is there already and of this size.</summary>
    /// <returns>Whether it was generated.</returns>
    private bool Prepare(DataSet set, long size)
    {
        string path = Path.Combine(_folder, set.FileName);
        if (_logs.GetValueOrDefault(set.FileName) is LogTruth truth && truth.Size == size && new FileInfo(path) is { Exists: true } file && file.Length == truth.Bytes)
        {
            return false;
        }

        using FileStream stream = File.Create(path);
        _logs[set.FileName] = set.Write(stream, size);
        File.WriteAllText(_truthFile, JsonSerializer.Serialize(new Truth(GeneratorVersion, _logs), Json));
        return true;
    }

    private Dictionary<string, LogTruth> ReadTruth()
    {
        if (!File.Exists(_truthFile))
        {
            return [];
        }

        try
        {
            Truth? truth = JsonSerializer.Deserialize<Truth>(File.ReadAllText(_truthFile), Json);
            return truth?.GeneratorVersion == GeneratorVersion ? truth.Logs : [];
        }
        catch (JsonException)
        {
            throw new BenchException($"{_truthFile} is not the truth about generated logs; delete it, or name another folder.");
        }
    }

    private sealed record Truth(int GeneratorVersion, Dictionary<string, LogTruth> Logs);
}
