using System.Text.RegularExpressions;

namespace LogAnalysis.Counting;

/// <summary>Something cannot be a mask.</summary>
/// <param name="problem">Why.</param>
/// <param name="value">What is wrong: the name, or the regular expression.</param>
/// <param name="malformed">What is wrong with the regular expression.</param>
internal sealed class MaskException(MaskProblem problem, string value, RegexParseException? malformed = null)
    : ArgumentException($"A mask is wrong in '{value}'.", malformed)
{
    /// <summary>Why.</summary>
    internal MaskProblem Problem { get; } = problem;

    /// <summary>What is wrong.</summary>
    internal string Value { get; } = value;

    /// <summary>What is wrong with the regular expression; null where that is not the problem.</summary>
    internal RegexParseException? Malformed { get; } = malformed;
}
