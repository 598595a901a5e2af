using System.Text;

namespace LogAnalysis.Counting;

/// <summary>A kind of browser or program.</summary>
/// <param name="name">Its name, without a version.</param>
/// <param name="isBot">Whether it comes by itself.</param>
/// <param name="marks">What user agents of this kind have in them, in small letters, separated by spaces.</param>
internal sealed class UserAgentFamily(string name, bool isBot, string marks)
{
    private readonly byte[][] _marks = [.. marks.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Encoding.ASCII.GetBytes)];

    /// <summary>Its name, without a version.</summary>
    public string Name { get; } = name;

    /// <summary>Whether it comes by itself.</summary>
    public bool IsBot { get; } = isBot;

    /// <summary>Whether a user agent is of this kind, unless it is of one before.</summary>
    /// <param name="agent">The user agent, in small letters.</param>
    public bool Matches(ReadOnlySpan<byte> agent)
    {
        foreach (byte[] mark in _marks)
        {
            if (agent.IndexOf(mark) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
