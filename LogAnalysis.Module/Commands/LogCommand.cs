using System.Management.Automation;
using LogAnalysis.Pipeline;

namespace LogAnalysis.Commands;

/// <summary>A command that ends at once when the pipeline is stopped.</summary>
public abstract class LogCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    /// <summary>A command that has not been stopped.</summary>
    protected LogCommand() => Progress = new ReadProgress(WriteProgress);

    /// <summary>Cancelled when the user presses Ctrl+C, or the pipeline is stopped otherwise.</summary>
    protected CancellationToken StopToken => _stop.Token;

    /// <summary>The command's progress bar.</summary>
    private protected ReadProgress Progress { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _stop.Cancel();

    /// <summary>Releases what the command holds. It runs also when the pipeline ends early, where EndProcessing does not.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stop.Dispose();
        }
    }

    /// <summary>
    /// Runs a step of a command. PowerShell expects cancellation as a stopped pipeline; and however the step fails, it leaves no progress bar.
    /// </summary>
    /// <param name="command">The command. As an argument it lets the step be a static lambda: nothing is allocated for each input object.</param>
    /// <param name="step">What to run.</param>
    private protected static void Run<TCommand>(TCommand command, Action<TCommand> step)
        where TCommand : LogCommand
    {
        bool isCompleted = false;
        try
        {
            step(command);
            isCompleted = true;
        }
        catch (OperationCanceledException) when (command.StopToken.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        finally
        {
            if (!isCompleted)
            {
                command.Progress.Complete();
            }
        }
    }
}
