namespace LogAnalysis.Following;

/// <summary>What reading a followed file has given.</summary>
internal enum ReadResult
{
    Nothing,
    Lines,

    /// <summary>What was read of it is gone: it was emptied, and perhaps written again.</summary>
    Overwritten,
}
