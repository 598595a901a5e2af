namespace LogAnalysis.Following;

/// <summary>A checkpoint cannot be used. Its message is a sentence for the user.</summary>
internal sealed class CheckpointException(CheckpointFault fault, string path, string reason, Exception? cause = null)
    : IOException(Describe(fault, path, reason), cause)
{
    public CheckpointFault Fault { get; } = fault;

    public string Path { get; } = path;

    private static string Describe(CheckpointFault fault, string path, string reason) => fault == CheckpointFault.InUse
        ? $"Another watcher uses the checkpoint '{path}'. Give each its own: -CheckpointPath."
        : $"The checkpoint '{path}' cannot be used: {reason}";
}
