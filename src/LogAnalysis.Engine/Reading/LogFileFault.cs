namespace LogAnalysis.Reading;

/// <summary>Why a file could not be read.</summary>
internal enum LogFileFault
{
    NotFound,
    IsDirectory,
    AccessDenied,

    /// <summary>Another process holds it and shares it with nobody; Windows only.</summary>
    Locked,

    /// <summary>Its first bytes are not text.</summary>
    Binary,

    /// <summary>Reading failed midway.</summary>
    ReadFailed,
}
