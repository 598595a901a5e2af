namespace LogAnalysis.Completion;

/// <summary>A value that is offered.</summary>
/// <param name="Text">What is typed.</param>
/// <param name="Meaning">What it stands for, in a few words.</param>
/// <param name="Label">What a menu shows; null for the text.</param>
internal sealed record Candidate(string Text, string Meaning, string? Label = null);
