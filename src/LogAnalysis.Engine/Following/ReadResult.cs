namespace LogAnalysis.Following;

/// <summary>What a look at an open file has shown.</summary>
internal enum ReadResult
{
    Nothing,
    Lines,

    /// <summary>What was read of it is not there any more: it was emptied, and perhaps written anew.</summary>
    Overwritten,
}
