namespace LogAnalysis.Tests.Fuzzing;

/// <summary>What can be done to an input.</summary>
internal enum MutationKind
{
    Insert,
    Replace,
    Remove,
    Cut,
    Swap,
    Flip,
    Repeat,
    InsertMany,
}
