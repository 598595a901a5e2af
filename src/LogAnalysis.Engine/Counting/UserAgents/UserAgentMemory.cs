using System.Numerics;
using System.Runtime.InteropServices;
using LogAnalysis.Text;

namespace LogAnalysis.Counting;

/// <summary>
/// The kinds of the user agents that were seen lately: a log has the same ones again and again. It belongs to one counter at a time, and outlives it.
/// </summary>
internal sealed class UserAgentMemory
{
    /// <summary>When it knows more, it begins again: what is frequent is known again soon.</summary>
    private const int MaxKnown = 1 << 13;

    /// <summary>A longer one is classified each time.</summary>
    private const int MaxLength = 512;

    private const int RecentBits = 10;

    /// <summary>The ends of lines are told apart by as many bytes: where browsers have their system, and their version. A shorter user agent is looked for in the line.</summary>
    private const int MinTail = 80;

    private const int TailBits = 11;

    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    private readonly Utf8StringTable _texts = new();
    private readonly int[] _recent = new int[1 << RecentBits];
    private readonly int[] _tails = new int[1 << TailBits];
    private byte[] _families = new byte[256];

    /// <summary>The number of the kind that a user agent is of.</summary>
    public int FamilyOf(ReadOnlySpan<byte> agent)
    {
        if (agent.Length > MaxLength)
        {
            return UserAgentFamilies.Classify(agent);
        }

        ref int recent = ref _recent[PlaceOf(agent)];
        return recent > 0 && _texts[recent - 1].SequenceEqual(agent) ? _families[recent - 1] : Find(agent, ref recent);
    }

    /// <summary>
    /// The number of the kind of the user agent with which a line ends, in quotes and behind another text in quotes, if such a line was seen lately; -1 otherwise. So most lines
    /// need not be searched for it.
    /// </summary>
    public int FamilyOfTail(ReadOnlySpan<byte> line)
    {
        if (line.Length <= MinTail || line[^1] != '"' || _tails[PlaceOfTail(line)] - 1 is not (>= 0 and int number))
        {
            return -1;
        }

        ReadOnlySpan<byte> agent = _texts[number];
        int start = line.Length - 1 - agent.Length;
        return IsTail(line, start) && line[start..^1].SequenceEqual(agent) ? _families[number] : -1;
    }

    /// <summary>Remembers a line by its end, if that is its user agent.</summary>
    /// <param name="line">The line.</param>
    /// <param name="agent">Its user agent, whose kind has been asked for.</param>
    public void KeepTail(ReadOnlySpan<byte> line, ByteRange agent)
    {
        bool isPlain = agent.Length is >= MinTail and <= MaxLength && agent.End == line.Length - 1 && line[^1] == '"' && IsTail(line, agent.Start) && !agent.Of(line).Contains((byte)'\\');
        if (isPlain)
        {
            _tails[PlaceOfTail(line)] = _texts.NumberOf(agent.Of(line)) + 1;
        }
    }

    private static bool IsTail(ReadOnlySpan<byte> line, int start) => start > 2 && line[start - 1] == '"' && line[start - 2] == ' ' && line[start - 3] == '"';

    private static int PlaceOfTail(ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> tail = line.Slice(line.Length - 1 - MinTail, MinTail);
        ulong mixed = MemoryMarshal.Read<ulong>(tail)
            ^ BitOperations.RotateLeft(MemoryMarshal.Read<ulong>(tail[48..]), 13)
            ^ BitOperations.RotateLeft(MemoryMarshal.Read<ulong>(tail[56..]), 27)
            ^ BitOperations.RotateLeft(MemoryMarshal.Read<ulong>(tail[72..]), 41);
        return (int)((mixed * Multiplier) >> (64 - TailBits));
    }

    private byte Find(ReadOnlySpan<byte> agent, ref int recent)
    {
        if (_texts.Count == MaxKnown)
        {
            _texts.Clear();
            Array.Clear(_recent);
            Array.Clear(_tails);
        }

        int known = _texts.Count;
        int number = _texts.NumberOf(agent);
        if (number >= _families.Length)
        {
            Array.Resize(ref _families, 2 * _families.Length);
        }

        if (number == known)
        {
            _families[number] = (byte)UserAgentFamilies.Classify(agent);
        }

        recent = number + 1;
        return _families[number];
    }

    /// <summary>Where a user agent is looked for first: by its length and some of its bytes, where systems and versions stand.</summary>
    private static int PlaceOf(ReadOnlySpan<byte> agent)
    {
        ulong mixed = (ulong)agent.Length;
        if (agent.Length >= 48)
        {
            mixed = (mixed ^ MemoryMarshal.Read<ulong>(agent[16..])) * Multiplier;
            mixed = (mixed ^ MemoryMarshal.Read<ulong>(agent[(agent.Length / 2)..])) * Multiplier;
            mixed = (mixed ^ MemoryMarshal.Read<ulong>(agent[^32..])) * Multiplier;
            mixed = (mixed ^ MemoryMarshal.Read<ulong>(agent[^24..])) * Multiplier;
        }
        else if (agent.Length >= 8)
        {
            mixed = (mixed ^ MemoryMarshal.Read<ulong>(agent)) * Multiplier;
            mixed = (mixed ^ MemoryMarshal.Read<ulong>(agent[^8..])) * Multiplier;
        }

        return (int)((mixed * Multiplier) >> (64 - RecentBits));
    }
}
