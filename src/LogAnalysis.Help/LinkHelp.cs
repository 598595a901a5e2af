namespace LogAnalysis.Help;

/// <summary>Where to read on.</summary>
/// <param name="Text">What is there: the name of a command or a topic, or what a document is about.</param>
/// <param name="Document">The document's path in the repository; null for what <c>Get-Help</c> shows.</param>
internal sealed record LinkHelp(string Text, string? Document);
