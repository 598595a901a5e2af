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

    /// <summary>Opens a folder, and generates in it what is missing, or was generated in another way.</summary>
    /// <param name="folder">The folder; it is created.</param>
    /// <param name="sizes">How large the logs are, by name, in bytes; the others stay as they are, or have their default size.</param>
    /// <param name="sets">Which logs.</param>
    /// <param name="progress">Is told what is done.</param>
    public static DataFolder Prepare(string folder, IReadOnlyDictionary<string, long> sizes, IEnumerable<DataSet> sets, Action<string> progress)
    {
        Directory.CreateDirectory(folder);
        var data = new DataFolder(Path.GetFullPath(folder));
        foreach (DataSet set in sets)
        {
            long size = sizes.TryGetValue(set.Name, out long stated) ? stated : data._logs.GetValueOrDefault(set.FileName)?.Size ?? set.DefaultSize;
            bool isThere = data.Holds(set, size);
            progress($"{set.FileName}: {(isThere ? "is there already" : "generating")}, {ByteSize.Format(size)}");
            if (!isThere)
            {
                data.Generate(set, size);
            }
        }

        return data;
    }

    /// <summary>The full path of a log.</summary>
    public string PathOf(DataSet set) => Path.Combine(_folder, set.FileName);

    /// <summary>What is true of a log.</summary>
    public LogTruth TruthOf(DataSet set) => _logs[set.FileName];

    private bool Holds(DataSet set, long size) =>
        _logs.GetValueOrDefault(set.FileName) is LogTruth truth && truth.Size == size
        && new FileInfo(PathOf(set)) is { Exists: true } file && file.Length == truth.Bytes;

    private void Generate(DataSet set, long size)
    {
        _logs[set.FileName] = set.Write(new FileStream(PathOf(set), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0), size);
        File.WriteAllText(_truthFile, JsonSerializer.Serialize(new Truth(GeneratorVersion, _logs), Json));
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
