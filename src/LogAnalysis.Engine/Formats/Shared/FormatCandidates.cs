using LogAnalysis.Fields;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>The formats that a line may have, by its first byte, its marks and how it begins: most are ruled out without being tried.</summary>
/// <param name="formats">The formats, in the order in which they are tried.</param>
internal sealed class FormatCandidates(IReadOnlyList<LogFormat> formats)
{
    /// <summary>Logs have lines of few kinds: they hardly ever share a place. A power of two.</summary>
    private const int Places = 4096;

    private const int MinWordLength = 4;

    private static readonly int NotBehindLabel = LineMarks.SetOf("|\"%");

    private static readonly int ClosedColon = LineMarks.SetOf(" ");

    private readonly Needs[] _needs = [.. formats.Select(format => new Needs(format))];
    private readonly Found?[] _found = new Found[Places];

    /// <summary>The formats that a line may have, which is not empty.</summary>
    /// <param name="line">The line.</param>
    /// <param name="beginning">Receives how it begins.</param>
    public ReadOnlySpan<LogFormat> Of(ReadOnlySpan<byte> line, out LineBeginning beginning)
    {
        int marks = LineMarks.Of(line);
        beginning = BeginningOf(line, marks);
        int key = line[0] | (marks << 8) | ((int)beginning << 24);
        Found? found = _found[PlaceOf(key)];
        return found is not null && found.Key == key ? found.Formats : Find(key);
    }

    // Threads that look for the same find the same.
    private LogFormat[] Find(int key)
    {
        List<LogFormat> having = [];
        foreach (Needs needs in _needs)
        {
            if (needs.AreMet((byte)key, (key >> 8) & ushort.MaxValue, (LineBeginning)(key >> 24)))
            {
                having.Add(needs.Format);
            }
        }

        var found = new Found(key, [.. having]);
        _found[PlaceOf(key)] = found;
        return found.Formats;
    }

    private static int PlaceOf(int key) => (int)(((uint)key * 2654435769u) >> 20);

    private static LineBeginning BeginningOf(ReadOnlySpan<byte> line, int marks) =>
        Prose.Begins(line, out _) ? LineBeginning.Prose
        : (marks & NotBehindLabel) == 0 && BeginsWithLabel(line) ? (marks & ClosedColon) == 0 ? LineBeginning.PlainLabel : LineBeginning.Label
        : line[0] <= '9' && BeginsWithTimeAndProse(line) ? LineBeginning.TimedProse
        : LineBeginning.Other;

    private static bool BeginsWithTimeAndProse(ReadOnlySpan<byte> line) =>
        IsoTimestamp.Match(line) is > 0 and int time && time < line.Length && line[time] == ' ' && Prose.Begins(line[(time + 1)..], out _);

    /// <summary>Behind the level are a blank and a word, of more letters than the names of months and weekdays in times have.</summary>
    private static bool BeginsWithLabel(ReadOnlySpan<byte> line)
    {
        int level = line.IndexOfAnyExceptInRange((byte)'A', (byte)'Z');
        if (level < 2 || line[level] != ' ')
        {
            return false;
        }

        ReadOnlySpan<byte> rest = line[(level + 1)..];
        int word = rest.IndexOfAnyExcept(LetterBytes.All);
        return word >= MinWordLength && rest[word] == ' ' && LevelNames.TryParseLabel(line[..level], out _) && !LeadingTimestamp.BeginsWithName(rest);
    }

    private sealed record Found(int Key, LogFormat[] Formats);

    /// <summary>What a format says of its lines. It is looked at again where hostile lines share a place all the time.</summary>
    private sealed class Needs(LogFormat format)
    {
        private readonly bool[] _first = [.. Enumerable.Range(0, byte.MaxValue + 1).Select(first => format.FirstBytes?.Contains((char)first) != false)];
        private readonly int _marks = LineMarks.SetOf(format.NeededMarks);
        private readonly int _alternatives = LineMarks.SetOf(format.AlternativeMarks);

        public LogFormat Format => format;

        public bool AreMet(byte first, int marks, LineBeginning beginning) =>
            _first[first] && (marks & _marks) == _marks && (_alternatives == 0 || (marks & _alternatives) != 0) && format.MayBegin(beginning);
    }
}
