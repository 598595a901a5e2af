using LogAnalysis.Text;

namespace LogAnalysis.Following;

/// <summary>A checkpoint cannot be used. Its message is a sentence for the user.</summary>
internal sealed class CheckpointException(CheckpointErrorKind kind, string path, string reason, Exception? cause = null)
    : IOException(ControlCharacters.Escape(Describe(kind, path, reason)), SafeCause.Of(cause))
{
    public CheckpointErrorKind Kind { get; } = kind;

    /// <summary>The path as it is; PowerShell shows what is public.</summary>
    internal string Path { get; } = path;

    private static string Describe(CheckpointErrorKind kind, string path, string reason) => kind switch
    {
        CheckpointErrorKind.InUse => $"Another run is using the checkpoint '{path}'. Give each its own -CheckpointPath.",
        CheckpointErrorKind.InUseByOther => $"A process of another user, with the id {reason}, holds the lock of the checkpoint '{path}'. Use a folder to which only your account can write.",
        _ => $"The checkpoint '{path}' cannot be used: {reason}",
    };
}
