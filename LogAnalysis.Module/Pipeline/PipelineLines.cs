using System.Management.Automation;
using LogAnalysis.Model;
using LogAnalysis.Parsing;

namespace LogAnalysis.Pipeline;

/// <summary>
/// Lines that come through the pipeline as strings. <c>Get-Content</c> notes on each which file it is from: a continuation line
/// is then joined to an entry of its own file only, and counts name the file.
/// </summary>
internal sealed class PipelineLines(ILogSink sink, LogFormat? format)
{
    private readonly Dictionary<string, StringLines> _byFile = [];
    private string? _lastPSPath;
    private StringLines? _last;

    /// <summary>Takes one string.</summary>
    /// <param name="text">A line, or several.</param>
    /// <param name="wrapper">The string as the pipeline carried it, with its notes.</param>
    public void Add(string text, PSObject wrapper) => Add(text, wrapper.Properties["PSPath"]?.Value as string ?? string.Empty);

    /// <summary>Takes one string.</summary>
    /// <param name="text">A line, or several.</param>
    /// <param name="psPath">The file that it is from, as PowerShell or the file system writes it; empty where it is from none.</param>
    public void Add(string text, string psPath)
    {
        if (_last is null || !string.Equals(psPath, _lastPSPath, StringComparison.Ordinal))
        {
            _lastPSPath = psPath;
            _last = LinesOf(psPath);
        }

        _last.Add(text);
    }

    /// <summary>No line will come.</summary>
    public void Complete()
    {
        foreach (StringLines lines in _byFile.Values)
        {
            lines.Complete();
        }
    }

    private StringLines LinesOf(string psPath)
    {
        if (!_byFile.TryGetValue(psPath, out StringLines? lines))
        {
            int provider = psPath.IndexOf("::", StringComparison.Ordinal);
            lines = new StringLines(psPath.Length == 0 ? null : psPath[(provider < 0 ? 0 : provider + 2)..], sink, format);
            _byFile.Add(psPath, lines);
        }

        return lines;
    }
}
