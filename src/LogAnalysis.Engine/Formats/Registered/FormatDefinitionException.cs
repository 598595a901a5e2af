using System.Text.RegularExpressions;

namespace LogAnalysis.Formats;

/// <summary>No format can be made of a definition.</summary>
/// <param name="problem">Why.</param>
/// <param name="value">What is wrong.</param>
/// <param name="malformed">What is wrong with a regular expression.</param>
internal sealed class FormatDefinitionException(FormatProblem problem, string value, RegexParseException? malformed = null)
    : ArgumentException($"The definition of a format is wrong in '{value}'.", malformed)
{
    /// <summary>Why.</summary>
    internal FormatProblem Problem { get; } = problem;

    /// <summary>What is wrong: a name, a pattern, a layout.</summary>
    internal string Value { get; } = value;

    /// <summary>What is wrong with a regular expression; null where that is not the problem.</summary>
    internal RegexParseException? Malformed { get; } = malformed;
}
