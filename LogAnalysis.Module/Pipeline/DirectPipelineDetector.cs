using System.Management.Automation;

namespace LogAnalysis.Pipeline;

/// <summary>
/// Finds out whether a command writes straight to another command of the module, as in <c>Get-LogEntry app.log | Measure-LogErrors</c>.
/// Entries then go there in batches: PowerShell takes longer to pass on an object than it takes to count an entry.
/// </summary>
/// <remarks>
/// PowerShell does not tell a command which one comes next. But the commands of a pipeline begin one right after the other, on one thread, and each
/// knows where it was typed. Commands that a program puts together do not, and get no batches.
/// </remarks>
internal sealed class DirectPipelineDetector
{
    /// <summary>Parameters by which the user sees each object that is written.</summary>
    private static readonly string[] Observers = ["OutVariable", "PipelineVariable", "OutBuffer"];

    [ThreadStatic]
    private static DirectPipelineDetector? LastWriter;

    private readonly InvocationInfo _writer;
    private Func<TimeSpan?>? _untilDue;

    private DirectPipelineDetector(InvocationInfo writer) => _writer = writer;

    /// <summary>Whether everything goes straight to a command that takes batches.</summary>
    public bool IsDirect { get; private set; }

    /// <summary>How long it is until the next command has something to write even if nothing comes; null for as long as nothing does.</summary>
    public TimeSpan? UntilDue => IsDirect ? _untilDue?.Invoke() : null;

    /// <summary>To be called by a command that writes entries when it begins.</summary>
    public static DirectPipelineDetector WriterBegins(InvocationInfo writer)
    {
        var detector = new DirectPipelineDetector(writer);
        LastWriter = Array.Exists(Observers, writer.BoundParameters.ContainsKey) ? null : detector;
        return detector;
    }

    /// <summary>To be called by a command that takes batches when it begins.</summary>
    /// <param name="reader">The command.</param>
    /// <param name="untilDue">How long it is until an empty batch is to be written, so that the command can write something.</param>
    public static void ReaderBegins(InvocationInfo reader, Func<TimeSpan?>? untilDue = null)
    {
        if (LastWriter is DirectPipelineDetector detector)
        {
            detector.IsDirect = IsNext(detector._writer, reader);
            detector._untilDue = untilDue;
            LastWriter = null;
        }
    }

    private static bool IsNext(InvocationInfo writer, InvocationInfo reader) =>
        reader.PipelinePosition == writer.PipelinePosition + 1
        && reader.PipelineLength == writer.PipelineLength
        && reader.HistoryId == writer.HistoryId
        && reader.ScriptName == writer.ScriptName
        && IsOnePipe(TextBetween(writer, reader));

    /// <summary>What was typed from the beginning of one command to that of the next, on one line or on two.</summary>
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
