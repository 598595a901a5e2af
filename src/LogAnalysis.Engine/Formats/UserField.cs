namespace LogAnalysis.Formats;

/// <summary>What a named group of a user's pattern is.</summary>
internal enum UserField
{
    Timestamp,
    Level,
    Message,
    Status,
    Method,
    Url,
    Client,
    Bytes,
    Duration,
}
