namespace LogAnalysis.Help;

/// <summary>A type that a command takes from the pipeline or writes, and when.</summary>
/// <param name="Name">Its full name.</param>
/// <param name="Text">What such an object is to the command.</param>
internal sealed record TypeHelp(string Name, DocText Text);
