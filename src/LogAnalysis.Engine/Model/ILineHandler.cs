namespace LogAnalysis.Model;

/// <summary>Takes the lines of a text, in order.</summary>
internal interface ILineHandler
{
    /// <summary>Takes one line. It is valid only during the call.</summary>
    void Handle(in RawLine line);
}
