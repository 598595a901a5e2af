using System.Text.RegularExpressions;
using LogAnalysis.Text;

namespace LogAnalysis;

/// <summary>What a user has registered as a value: a regular expression with a name, by which it is a place in patterns.</summary>
public sealed class LogMask
{
    /// <summary>The group that is the place, where a pattern has it.</summary>
    internal const string ValueGroup = "value";

    private volatile bool _isGivenUp;

    internal LogMask(string name, Regex regex)
    {
        Name = name;
        Regex = regex;
        Pattern = ControlCharacters.Escape(regex.ToString());
        Group = Math.Max(0, regex.GroupNumberFromName(ValueGroup));
    }

    /// <summary>The name of the place, without its angle brackets.</summary>
    public string Name { get; }

    /// <summary>The regular expression.</summary>
    public string Pattern { get; }

    /// <summary>What finds its values.</summary>
    internal Regex Regex { get; }

    /// <summary>The number of the group that is the value; 0 for all that matches.</summary>
    internal int Group { get; }

    /// <summary>Whether it was given up, since it took too long.</summary>
    internal bool IsGivenUp => _isGivenUp;

    /// <summary>The place as patterns have it.</summary>
    internal string Place => $"<{Name}>";

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>Does not look for it any more.</summary>
    internal void GiveUp() => _isGivenUp = true;
}
