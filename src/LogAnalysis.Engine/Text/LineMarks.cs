using System.Numerics;

namespace LogAnalysis.Text;

/// <summary>Which marks a line has. Each is looked for once, and only where somebody asks for it.</summary>
internal ref struct LineMarks(ReadOnlySpan<byte> line)
{
    private readonly ReadOnlySpan<byte> _line = line;
    private uint _asked;
    private uint _present;

    private static ReadOnlySpan<byte> Marks => ".:=[]\"\t,("u8;

    /// <summary>A set of marks, by a bit for each.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A character is none of the marks.</exception>
    public static uint SetOf(string marks)
    {
        uint set = 0;
        foreach (char mark in marks)
        {
            int index = Marks.IndexOf((byte)mark);
            ArgumentOutOfRangeException.ThrowIfNegative(index, nameof(marks));
            set |= 1u << index;
        }

        return set;
    }

    /// <summary>Whether the line has all marks of a set.</summary>
    public bool HasAll(uint set)
    {
        for (uint unknown = set & ~_asked; unknown != 0; unknown &= unknown - 1)
        {
            int index = BitOperations.TrailingZeroCount(unknown);
            _asked |= 1u << index;
            if (!_line.Contains(Marks[index]))
            {
                return false;
            }

            _present |= 1u << index;
        }

        return (set & _present) == set;
    }
}
