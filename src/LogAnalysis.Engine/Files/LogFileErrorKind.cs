namespace LogAnalysis.Files;

/// <summary>Why a file could not be read.</summary>
internal enum LogFileErrorKind
{
    NotFound,
    IsDirectory,

    /// <summary>A device, a pipe, a socket.</summary>
    NotRegular,

    AccessDenied,

    /// <summary>Another process has opened it exclusively; Windows only.</summary>
    Locked,

    /// <summary>Its first bytes are not text.</summary>
    Binary,

    /// <summary>It became shorter while it was read.</summary>
    Truncated,

    /// <summary>The process, or the system, may open no more files.</summary>
    TooManyOpenFiles,

    /// <summary>Reading failed, at its beginning or midway.</summary>
    ReadFailed,

    /// <summary>It has no size and yet much to read, as files of <c>/proc</c> can.</summary>
    Unsized,

    /// <summary>It is compressed, and has more in it than is read.</summary>
    TooMuch,
}
