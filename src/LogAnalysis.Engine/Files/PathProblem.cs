namespace LogAnalysis.Files;

/// <summary>What keeps a file from being written, or replaced, where a path says.</summary>
internal enum PathProblem
{
    None,

    /// <summary>The folder that it should stand in is not there, or is a file.</summary>
    NoFolder,

    /// <summary>A folder stands there.</summary>
    Directory,

    /// <summary>A symbolic link: whoever made it decides what would be overwritten.</summary>
    Link,

    /// <summary>A device, a pipe, a socket.</summary>
    NotRegular,
}
