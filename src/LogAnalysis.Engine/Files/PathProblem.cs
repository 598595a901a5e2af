namespace LogAnalysis.Files;

/// <summary>Why a file cannot be written, or replaced, at a path.</summary>
internal enum PathProblem
{
    None,

    /// <summary>The parent folder does not exist, or is a file.</summary>
    NoFolder,

    /// <summary>The path is a folder.</summary>
    Directory,

    /// <summary>A symbolic link: writing through it would overwrite a file that its author chose.</summary>
    Link,

    /// <summary>A device, a pipe, a socket.</summary>
    NotRegular,
}
