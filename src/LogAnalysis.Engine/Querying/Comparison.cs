namespace LogAnalysis.Querying;

/// <summary>How a value is compared.</summary>
internal enum Comparison
{
    Equal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}
