using LogAnalysis.Errors;
using LogAnalysis.Formats;
using LogAnalysis.Pipeline;

namespace LogAnalysis.Commands;

/// <summary>
/// A command that counts: besides files it takes entries, and lines as <c>Get-Content</c> writes them. A line is never taken for
/// a path, though it carries one.
/// </summary>
public abstract class LogInputCommand : LogFileCommand
{
    private PipelineLines? _lines;

    /// <summary>What counts the lines that come through the pipeline.</summary>
    private protected abstract ILogSink PipelineSink { get; }

    /// <summary>Counts a file that was named by path.</summary>
    private protected abstract void ProcessFile(string file, ReadProgress progress);

    /// <summary>Takes an object that is neither entry nor line nor file.</summary>
    /// <returns>Whether the command knows what to do with it.</returns>
    private protected virtual bool TryProcessObject(object input) => false;

    /// <summary>Is called after an entry that a follower wrote and behind which it had nothing more, for now.</summary>
    private protected virtual void OnPause()
    {
    }

    /// <summary>Writes what is known only at the end of the input.</summary>
    private protected abstract void WriteResults();

    /// <inheritdoc/>
    protected sealed override void Finish()
    {
        _lines?.Complete();
        ReportGivenUpFormats();
        WriteResults();
    }

    /// <inheritdoc/>
    protected sealed override void ProcessInput()
    {
        if (TakesPipeline)
        {
            ProcessObject();
            return;
        }

        using var progress = new ReadProgress(this);
        foreach (string file in ResolveFiles())
        {
            ProcessFile(file, progress);
        }
    }

    private void ProcessObject()
    {
        switch (InputObject?.BaseObject)
        {
            case null:
                break;
            case LogEntry entry:
                PipelineSink.Add(entry.AsLine());
                if (entry.IsLastBeforePause)
                {
                    OnPause();
                }

                break;
            case string text:
                _lines ??= new PipelineLines(PipelineSink, ReadOptions.Format);
                _lines.Add(text, InputObject);
                break;
            case FileSystemInfo file:
                ReadFile(file.FullName);
                break;
            case object other when !TryProcessObject(other):
                WriteError(LogErrors.UnsupportedInput(other));
                break;
        }
    }

    private void ReadFile(string file)
    {
        if (!IsExcluded(file))
        {
            using var progress = new ReadProgress(this);
            TryRead(file, PipelineSink, progress);
        }
    }
}
