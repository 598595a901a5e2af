using System.Management.Automation;

namespace LogAnalysis.Commands;

/// <summary>A command that ends at once when the pipeline is stopped.</summary>
public abstract class LogCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Action _processInput;
    private readonly Action _finish;

    /// <summary>A command that has not been stopped.</summary>
    protected LogCommand() => (_processInput, _finish) = (ProcessInput, Finish);

    /// <summary>Cancelled when the user presses Ctrl+C, or the pipeline is stopped otherwise.</summary>
    protected CancellationToken StopToken => _stop.Token;

    /// <inheritdoc/>
    protected sealed override void ProcessRecord() => RunStoppable(_processInput);

    /// <inheritdoc/>
    protected sealed override void EndProcessing()
    {
        RunStoppable(_finish);
        Leave();
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _stop.Cancel();

    /// <summary>Processes one set of bound parameters.</summary>
    protected abstract void ProcessInput();

    /// <summary>Writes what is known only at the end of the input.</summary>
    protected virtual void Finish()
    {
    }

    /// <summary>Is called when the command has ended, or ends early, as long as it can still write.</summary>
    private protected virtual void Leave()
    {
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases what the command holds. It runs also when the pipeline ends early.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stop.Dispose();
        }
    }

    private void RunStoppable(Action step)
    {
        bool isEarly = true;
        try
        {
            step();
            isEarly = false;
        }
        catch (OperationCanceledException) when (StopToken.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        finally
        {
            if (isEarly)
            {
                Leave();
            }
        }
    }
}
