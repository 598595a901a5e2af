namespace LogAnalysis.Reporting;

/// <summary>Why a report could not be written.</summary>
internal enum ReportFileErrorKind
{
    /// <summary>A file of that name is there, and was not to be replaced.</summary>
    Exists,

    /// <summary>The folder does not exist.</summary>
    NoFolder,

    IsDirectory,

    /// <summary>A symbolic link: its owner decides what would be overwritten.</summary>
    IsLink,

    /// <summary>A device, a pipe, a socket.</summary>
    NotRegular,

    AccessDenied,

    /// <summary>Writing failed midway: the disk is full, or gone.</summary>
    WriteFailed,
}
