namespace LogAnalysis.Help;

/// <summary>One way to call a command.</summary>
/// <param name="Text">The way as PowerShell writes it, without the command's name and the common parameters.</param>
/// <param name="Parameters">Its parameters in the order in which they are typed.</param>
internal sealed record SyntaxHelp(string Text, IReadOnlyList<ParameterHelp> Parameters);
