namespace LogAnalysis.Fields;

/// <summary>One word or bracketed group of a line's header.</summary>
/// <param name="Start">First byte of its text, inside brackets.</param>
/// <param name="End">First byte after its text, before a closing colon.</param>
/// <param name="Next">Where the next token may begin.</param>
/// <param name="IsBracketed">Whether it was in brackets.</param>
/// <param name="HasColon">Whether a colon closed it.</param>
internal readonly record struct HeaderToken(int Start, int End, int Next, bool IsBracketed, bool HasColon)
{
    /// <summary>Whether the header was at its end.</summary>
    public bool IsEmpty => Next == 0;
}
