using System.Management.Automation;
using LogAnalysis.Model;
using LogAnalysis.Parsing;

namespace LogAnalysis.Pipeline;

/// <summary>
/// Lines that come through the pipeline as strings. <c>Get-Content</c> notes on each which file it is from, so that a continuation line
/// is joined to an entry of its own file only, and counts name the file.
/// </summary>
internal sealed class PipelineLines(ILogSink sink, LogFormat? format)
{
    private readonly Dictionary<string, LinePipeline> _byFile = [];
    private string? _lastPSPath;
    private LinePipeline? _last;

    /// <summary>Takes one string.</summary>
    /// <param name="text">A line, or several.</param>
    /// <param name="wrapper">The string as it came, with its note properties.</param>
    public void Add(string text, PSObject wrapper) => Add(text, wrapper.Properties["PSPath"]?.Value as string ?? string.Empty);

    /// <summary>Takes one string.</summary>
    /// <param name="text">A line, or several.</param>
    /// <param name="psPath">The file that it is from, as a path of PowerShell or of the file system; empty where it is from none.</param>
    public void Add(string text, string psPath)
    {
        if (_last is null || !string.Equals(psPath, _lastPSPath, StringComparison.Ordinal))
        {
            _lastPSPath = psPath;
            _last = LinesOf(psPath);
        }

        _last.PushText(text);
    }

    /// <summary>To be called at the end of the input.</summary>
    public void Complete()
    {
        foreach (LinePipeline lines in _byFile.Values)
        {
            lines.Complete();
        }
    }

    private LinePipeline LinesOf(string psPath)
    {
        if (!_byFile.TryGetValue(psPath, out LinePipeline? lines))
        {
            int provider = psPath.IndexOf("::", StringComparison.Ordinal);
            string? path = psPath.Length == 0 ? null : psPath[(provider < 0 ? 0 : provider + 2)..];
            lines = new LinePipeline(new LineSource(path) { Format = format }, sink);
            _byFile.Add(psPath, lines);
        }

        return lines;
    }
}
