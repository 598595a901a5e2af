using System.Text.Json;

namespace LogAnalysis.Bench.Generating;

/// <summary>A folder of generated logs, and the truth about them in <c>truth.json</c>.</summary>
internal sealed class DataFolder
{
    /// <summary>Counts the versions of what is generated: whoever changes it adds one, so that older data is made anew.</summary>
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

    /// <summary>Opens a folder, which is created where there is none.</summary>
    public static DataFolder Open(string folder) => new(Directory.CreateDirectory(folder).FullName);

    /// <summary>Generates a log, unless it is there already and of this size.</summary>
    /// <returns>Whether it was generated.</returns>
    public bool Prepare(DataSet set, long size)
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
