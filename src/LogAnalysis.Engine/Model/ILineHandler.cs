namespace LogAnalysis.Model;

/// <summary>Takes the lines of a text, in order.</summary>
internal interface ILineHandler
{
    /// <summary>Takes one line. It is valid only during the call.</summary>
    void Handle(in RawLine line);

    /// <summary>Tells where a line that is too long to be kept can be divided, so that its parts are handled one by one.</summary>
    /// <param name="beginning">The beginning of what is left of the line.</param>
    /// <returns>The length of the next part; 0 where the line is to be cut.</returns>
    int Divide(ReadOnlySpan<byte> beginning) => 0;
}
