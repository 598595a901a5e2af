using System.Management.Automation;
using System.Runtime.ExceptionServices;

namespace LogAnalysis.Pipeline;

/// <summary>
/// Tells whether a pipeline was stopped by a command that has enough, such as <c>Select-Object -First</c>, or by one that failed. The commands
/// before it see the same exception in both cases, so this looks at the one that was thrown first.
/// </summary>
internal sealed class StopDetector : IDisposable
{
    /// <summary>What <c>Select-Object</c> throws. The type is not public.</summary>
    private const string Enough = "StopUpstreamCommandsException";

    private readonly int _thread = Environment.CurrentManagedThreadId;

    public StopDetector() => AppDomain.CurrentDomain.FirstChanceException += Observe;

    /// <summary>Whether the last exception on the thread was that of a command that has enough.</summary>
    public bool IsEnough { get; private set; }

    /// <summary>Writes something into the pipeline.</summary>
    /// <param name="write">Writes.</param>
    /// <param name="taken">Called when the next commands have taken it, whether or not they want more.</param>
    public static void Write(Action write, Action taken)
    {
        using var stop = new StopDetector();
        try
        {
            write();
        }
        catch (PipelineStoppedException) when (stop.IsEnough)
        {
            taken();
            throw;
        }

        taken();
    }

    public void Dispose() => AppDomain.CurrentDomain.FirstChanceException -= Observe;

    private void Observe(object? sender, FirstChanceExceptionEventArgs thrown)
    {
        if (Environment.CurrentManagedThreadId == _thread && thrown.Exception is not PipelineStoppedException)
        {
            IsEnough = thrown.Exception.GetType().Name == Enough;
        }
    }
}
