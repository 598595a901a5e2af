namespace LogAnalysis.Help;

/// <summary>Something that is not documented, or not truly.</summary>
/// <param name="Id">What kind of error it is.</param>
/// <param name="Place">The file and line.</param>
/// <param name="Message">What is missing, and where to write it.</param>
internal sealed record HelpError(string Id, string Place, string Message)
{
    /// <summary>The error as compilers write it, so that builds and editors understand it.</summary>
    public override string ToString() => $"{Place}: error {Id}: {Message}";
}
