using System.Management.Automation;
using LogAnalysis.Files;
using LogAnalysis.Model;
using LogAnalysis.Objects;
using LogAnalysis.Parsing;
using LogAnalysis.Times;

namespace LogAnalysis.Pipeline;

/// <summary>
/// Lines that come through the pipeline as strings. <c>Get-Content</c> notes on each which file it is from, so that a continuation line
/// is joined to an entry of its own file only, and counts name the file.
/// </summary>
/// <param name="sink">Takes the lines.</param>
/// <param name="options">How they are read.</param>
/// <param name="looksAhead">Whether results come at the end only, so that lines may be held to learn how dates are to be read.</param>
internal sealed class PipelineLines(ILogSink sink, ReadOptions options, bool looksAhead)
{
    private readonly Dictionary<string, LinePipeline> _byFile = [];
    private string? _lastPSPath;
    private LinePipeline? _last;
    private LinePipeline? _objects;

    /// <summary>The file that lines are noted to be from, as a path of PowerShell; empty where none is noted.</summary>
    public static string PathOf(PSObject wrapper) => wrapper.Properties["PSPath"]?.Value as string ?? string.Empty;

    /// <summary>Takes one string.</summary>
    /// <param name="text">A line, or several.</param>
    /// <param name="wrapper">The string as it came, with its note properties.</param>
    public void Add(string text, PSObject wrapper) => Add(text, PathOf(wrapper));

    /// <summary>Takes one string.</summary>
    /// <param name="text">A line, or several.</param>
    /// <param name="psPath">The file that it is from, as a path of PowerShell or of the file system; empty where it is from none.</param>
    public void Add(string text, string psPath) => Select(psPath).PushText(text);

    /// <summary>Takes a line that was found in a file.</summary>
    public void Add(MatchedLine match)
    {
        LinePipeline lines = Select(match.Path ?? string.Empty);
        if (match.Number > 0 && match.Path is not null)
        {
            lines.Parser.ContinueAt(match.Number);
        }

        lines.PushText(match.Text);
    }

    /// <summary>Takes the line of JSON that an object is, whatever format the lines of the log have.</summary>
    public void AddObject(ReadOnlySpan<byte> line)
    {
        _objects ??= new LinePipeline(SourceOf(null) with { Format = null, CountsLines = false }, sink);
        _objects.Push(line);
    }

    /// <summary>To be called at the end of the input.</summary>
    /// <param name="warn">Takes, for each file, what of it is no text and was left out.</param>
    public void Complete(Action<string?, UnreadableText> warn)
    {
        foreach ((string psPath, LinePipeline lines) in _byFile)
        {
            lines.Complete();
            warn(PathOf(psPath), lines.Parser.Unreadable);
        }

        _objects?.Complete();
    }

    private LinePipeline Select(string psPath)
    {
        if (_last is null || !string.Equals(psPath, _lastPSPath, StringComparison.Ordinal))
        {
            _last?.EndLookAhead();
            _lastPSPath = psPath;
            _last = LinesOf(psPath);
        }

        return _last;
    }

    private LinePipeline LinesOf(string psPath)
    {
        if (!_byFile.TryGetValue(psPath, out LinePipeline? lines))
        {
            lines = new LinePipeline(SourceOf(PathOf(psPath)), sink);
            _byFile.Add(psPath, lines);
        }

        return lines;
    }

    private static string? PathOf(string psPath)
    {
        int provider = psPath.IndexOf("::", StringComparison.Ordinal);
        return psPath.Length == 0 || psPath[0] == '\0' ? null : psPath[(provider < 0 ? 0 : provider + 2)..];
    }

    private LineSource SourceOf(string? path) => new(path)
    {
        Format = options.Format,
        Conventions = new TimeConventions(options.TimeZone, default),
        LooksAhead = looksAhead,
        Dates = looksAhead ? null : new DateOrderSample(),
    };
}
