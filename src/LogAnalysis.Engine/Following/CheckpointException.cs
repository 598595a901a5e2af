using LogAnalysis.Text;

namespace LogAnalysis.Following;

/// <summary>A checkpoint cannot be used. Its message is a sentence for the user.</summary>
internal sealed class CheckpointException(CheckpointErrorKind fault, string path, string reason, Exception? cause = null)
    : IOException(ControlCharacters.Escape(Describe(fault, path, reason)), SafeCause.Of(cause))
{
    public CheckpointErrorKind Fault { get; } = fault;

    /// <summary>The path as it is; PowerShell shows what is public.</summary>
    internal string Path { get; } = path;

    private static string Describe(CheckpointErrorKind fault, string path, string reason) => fault == CheckpointErrorKind.InUse
        ? $"Another run is using the checkpoint '{path}'. Give each its own -CheckpointPath."
        : $"The checkpoint '{path}' cannot be used: {reason}";
}
