using System.Collections;
using System.Management.Automation;
using LogAnalysis.Files;
using LogAnalysis.Querying;
using LogAnalysis.Reading;

namespace LogAnalysis.Completion;

/// <summary>Completes the names of fields: those that the beginning of the first file has that the command line names, and the common ones.</summary>
internal sealed class FieldNameCompleter : ValueCompleter
{
    /// <summary>How many entries show what fields a log has.</summary>
    private const int MaxEntries = 200;

    /// <inheritdoc/>
    protected internal override IEnumerable<Candidate> CandidatesFor(IDictionary bound)
    {
        List<Candidate> fields = [.. ReadNames(bound)];
        return fields.Count > 0 ? fields : CommonFields.All.Select(field => new Candidate(field.Name, field.Meaning));
    }

    private static Dictionary<string, Candidate>.ValueCollection ReadNames(IDictionary bound)
    {
        var names = new Dictionary<string, Candidate>(StringComparer.OrdinalIgnoreCase);
        if (FindFile(bound["Path"] ?? bound["LiteralPath"]) is not string file)
        {
            return names.Values;
        }

        try
        {
            using var reader = new EntryReader(file, new ReadOptions());
            for (int i = 0; i < MaxEntries && reader.MoveNext(); i++)
            {
                foreach (DictionaryEntry field in reader.Current.Fields)
                {
                    names.TryAdd((string)field.Key, new Candidate((string)field.Key, $"for example {field.Value}"));
                }
            }
        }
        catch (LogFileException)
        {
            // The file was not asked for yet: what cannot be read has no names to offer.
        }

        return names.Values;
    }

    /// <summary>The first file that a path stands for, as the session resolves it; null if there is none.</summary>
    private static string? FindFile(object? path)
    {
        using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        string? first = (path is IList paths && paths.Count > 0 ? paths[0] : path)?.ToString();
        return first is null ? null
            : shell.AddCommand("Convert-Path").AddParameter("Path", first).AddParameter("ErrorAction", ActionPreference.SilentlyContinue).Invoke<string>().FirstOrDefault(File.Exists);
    }
}
