namespace LogAnalysis.Errors;

/// <summary>A kind of error.</summary>
/// <param name="Id">Its name in <c>FullyQualifiedErrorId</c>, before the comma.</param>
/// <param name="When">When it occurs.</param>
/// <param name="Action">What to do about it, beyond what its message says.</param>
internal sealed record KnownError(string Id, string When, string Action);
