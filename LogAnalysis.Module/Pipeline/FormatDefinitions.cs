using System.Management.Automation;
using System.Text.Json;
using LogAnalysis.Errors;
using LogAnalysis.Files;
using LogAnalysis.Formats;

namespace LogAnalysis.Pipeline;

/// <summary>Makes formats of definitions, from files or from parameters, with an error for each that is none.</summary>
/// <param name="cmdlet">Receives the errors of files.</param>
/// <param name="replaces">Whether a format may have the name of one that is registered.</param>
internal sealed class FormatDefinitions(PSCmdlet cmdlet, bool replaces)
{
    /// <summary>No file of definitions is larger, in bytes.</summary>
    private const int MaxFileBytes = 16 << 20;

    /// <summary>The formats of a file; what is wrong with one does not keep the others from being read.</summary>
    public IEnumerable<UserFormat> ReadFile(string file)
    {
        foreach (FormatDefinition definition in ReadDefinitions(file))
        {
            if (TryCreate(definition, out UserFormat? format) is ErrorRecord error)
            {
                cmdlet.WriteError(error);
            }
            else
            {
                yield return format!;
            }
        }
    }

    /// <summary>Makes a format.</summary>
    /// <returns>What is wrong with the definition; null if nothing is.</returns>
    public ErrorRecord? TryCreate(FormatDefinition definition, out UserFormat? format)
    {
        format = null;
        try
        {
            format = UserFormat.Create(definition);
        }
        catch (FormatDefinitionException wrong)
        {
            return LogErrors.ForDefinition(wrong);
        }

        string name = definition.Name;
        bool isBuiltIn = LogFormats.IsBuiltIn(name);
        return isBuiltIn || (!replaces && LogFormats.Find(name) is not null) ? LogErrors.FormatExists(name, isBuiltIn) : null;
    }

    private FormatDefinition[] ReadDefinitions(string file)
    {
        try
        {
            return FormatDefinitionFile.Read(SmallTextFile.ReadAll(file, MaxFileBytes));
        }
        catch (JsonException malformed)
        {
            cmdlet.WriteError(LogErrors.InvalidFormatFile(file, malformed));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            cmdlet.WriteError(LogErrors.ForFile(LogFileException.From(unreadable, file)));
        }

        return [];
    }
}
