using System.Management.Automation;
using LogAnalysis.Errors;
using LogAnalysis.Files;

namespace LogAnalysis.Paths;

/// <summary>The files that a command reads, without those that <c>-Exclude</c> leaves out.</summary>
/// <param name="cmdlet">The command. Paths that name no file are reported there.</param>
/// <param name="path">Its <c>-Path</c>.</param>
/// <param name="literalPath">Its <c>-LiteralPath</c>.</param>
/// <param name="exclude">Its <c>-Exclude</c>.</param>
/// <param name="archives">The logs in archives; null where archives are files like others.</param>
internal sealed class InputFiles(PSCmdlet cmdlet, string[] path, string[] literalPath, ExcludeFilter exclude, ArchivePaths? archives = null)
{
    private string[]? _ahead;
    private readonly HashSet<string> _piped = new(FileNames.Comparer);

    /// <summary>Whether path parameters name the files. Otherwise they come through the pipeline, if any do.</summary>
    public bool AreNamed => path.Length > 0 || literalPath.Length > 0;

    /// <summary>The same as <see cref="Resolve"/> gives when it is next asked, for what has to be known before: what is wrong with a path is told once.</summary>
    public IReadOnlyList<string> ResolveAhead() => _ahead = [.. Resolve()];

    /// <summary>The files that the path parameters name, each once.</summary>
    public IEnumerable<string> Resolve()
    {
        if (_ahead is string[] known)
        {
            _ahead = null;
            return known;
        }

        var resolver = new LogPathResolver(cmdlet, archives);
        return resolver.Resolve(path).Concat(resolver.ResolveLiteral(literalPath)).Where(IsWanted);
    }

    /// <summary>The file of a path that came through the pipeline; nothing if it did so before, or is left out.</summary>
    public IEnumerable<string> OfPath(string literal) => new LogPathResolver(cmdlet, archives).ResolveLiteral([literal]).Where(file => IsWanted(file) && IsNew(file));

    /// <summary>The wildcards of <c>-Path</c>, as full paths: they may name other files later.</summary>
    public IEnumerable<string> Wildcards() => new LogPathResolver(cmdlet, archives).Wildcards(path);

    /// <summary>The files that such wildcards name now. It needs no session and runs on any thread.</summary>
    public IEnumerable<string> Expand(IEnumerable<string> wildcards) => wildcards.SelectMany(PathPattern.Expand).Where(file => !exclude.Excludes(file));

    private bool IsWanted(string file)
    {
        bool isExcluded = exclude.Excludes(file);
        if (isExcluded)
        {
            cmdlet.WriteDetail($"'{file}' is skipped: -Exclude matches it.");
        }

        return !isExcluded;
    }

    private bool IsNew(string file)
    {
        bool isNew = _piped.Add(file);
        if (!isNew)
        {
            cmdlet.WriteDetail($"'{file}' is skipped: it came through the pipeline before.");
        }

        return isNew;
    }
}
