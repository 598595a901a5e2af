using System.Management.Automation;

namespace LogAnalysis.Pipeline;

/// <summary>
/// Finds out whether what a command writes goes straight to another command of the module, as in <c>Get-LogEntry app.log | Measure-LogErrors</c>.
/// Then entries go there many in one object, since PowerShell takes longer to carry an object from command to command than it takes to count it.
/// </summary>
/// <remarks>
/// PowerShell tells no command what stands behind it. But the commands of a pipeline begin one right after the other, on one thread, and each
/// knows the place where it was typed. Where that says nothing, as for commands that a program put together, there is no link.
/// </remarks>
internal sealed class DirectPipelineDetector
{
    /// <summary>Parameters that show the user each object as it is written.</summary>
    private static readonly string[] Observers = ["OutVariable", "PipelineVariable", "OutBuffer"];

    [ThreadStatic]
    private static DirectPipelineDetector? Offered;

    private readonly InvocationInfo _writer;

    private DirectPipelineDetector(InvocationInfo writer) => _writer = writer;

    /// <summary>Whether a command of the module takes all that is written.</summary>
    public bool IsTaken { get; private set; }

    /// <summary>A command that writes entries begins.</summary>
    public static DirectPipelineDetector Open(InvocationInfo writer)
    {
        var link = new DirectPipelineDetector(writer);
        Offered = Array.Exists(Observers, writer.BoundParameters.ContainsKey) ? null : link;
        return link;
    }

    /// <summary>A command that takes entries in bundles, too, begins.</summary>
    public static void Take(InvocationInfo reader)
    {
        if (Offered is DirectPipelineDetector link)
        {
            link.IsTaken = IsNext(link._writer, reader);
            Offered = null;
        }
    }

    private static bool IsNext(InvocationInfo writer, InvocationInfo reader) =>
        reader.PipelinePosition == writer.PipelinePosition + 1
        && reader.PipelineLength == writer.PipelineLength
        && reader.HistoryId == writer.HistoryId
        && reader.ScriptName == writer.ScriptName
        && IsOnePipe(TextBetween(writer, reader));

    /// <summary>What was typed from the beginning of one command to that of the other, on one line or on two.</summary>
    private static string TextBetween(InvocationInfo writer, InvocationInfo reader)
    {
        int from = writer.OffsetInLine - 1;
        int to = reader.OffsetInLine - 1;
        bool isKnown = from >= 0 && to >= 0 && from < writer.Line.Length && to < reader.Line.Length;
        return (reader.ScriptLineNumber - writer.ScriptLineNumber) switch
        {
            0 when isKnown && from < to && reader.Line == writer.Line => writer.Line[from..to],
            1 when isKnown => writer.Line[from..] + reader.Line[..to],
            _ => string.Empty,
        };
    }

    /// <summary>Whether all that separates two commands is the one pipe between them.</summary>
    private static bool IsOnePipe(string between) => between.TrimEnd().EndsWith('|') && between.IndexOf('|') == between.LastIndexOf('|');
}
