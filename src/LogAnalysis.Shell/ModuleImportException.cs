namespace LogAnalysis.Shell;

/// <summary>The module that this shell exists for could not be imported.</summary>
internal sealed class ModuleImportException(string manifest, string reason)
    : Exception($"The module {manifest} could not be imported: {reason}");
