using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace LogAnalysis.Counting;

/// <summary>Finds the values of masks in one message. Of each mask only so many are looked for as a message can have parts: so time is bounded, too.</summary>
internal ref struct MaskFinder
{
    private readonly ReadOnlySpan<char> _text;
    private readonly Span<MessagePart> _found;
    private string? _string;
    private int _count;

    /// <param name="text">The message, decoded.</param>
    /// <param name="found">Receives the values in the order of the message.</param>
    public MaskFinder(ReadOnlySpan<char> text, Span<MessagePart> found)
    {
        _text = text;
        _found = found;
    }

    /// <summary>Finds the values of a mask, but for those that overlap some that were found before.</summary>
    /// <param name="mask">The mask.</param>
    /// <param name="place">Its place as patterns have it.</param>
    /// <param name="number">Its number, from 1.</param>
    public void Find(LogMask mask, string place, int number)
    {
        long start = Stopwatch.GetTimestamp();
        try
        {
            Find(mask, number);
        }
        catch (RegexMatchTimeoutException)
        {
            mask.GiveUp();
        }

        // Regular expressions look at the clock once in a thousand characters on some versions of .NET.
        if (Stopwatch.GetElapsedTime(start) > mask.Regex.MatchTimeout)
        {
            mask.GiveUp();
        }

        for (int at = 0; _text[at..].IndexOf(place, StringComparison.Ordinal) is int next and >= 0; at += next + place.Length)
        {
            Add(at + next, place.Length, number);
        }
    }

    private void Find(LogMask mask, int number)
    {
        int left = _found.Length;
        if (mask.Group == 0)
        {
            foreach (ValueMatch match in mask.Regex.EnumerateMatches(_text))
            {
                Add(match.Index, match.Length, number);
                if (--left == 0)
                {
                    break;
                }
            }
        }
        else if (mask.Regex.IsMatch(_text))
        {
            _string ??= _text.ToString();
            for (Match match = mask.Regex.Match(_string); match.Success && left > 0; match = match.NextMatch(), left--)
            {
                Group value = match.Groups[mask.Group];
                Add(value.Index, value.Success ? value.Length : 0, number);
            }
        }
    }

    /// <summary>Turns positions in characters into positions in bytes.</summary>
    /// <param name="message">The message in UTF-8.</param>
    /// <returns>How many values there are.</returns>
    public readonly int ToBytes(ReadOnlySpan<byte> message)
    {
        int kept = 0;
        int characters = 0;
        int position = 0;
        foreach (MessagePart part in _found[.._count])
        {
            int start = Advance(message, part.Start, ref characters, ref position);
            int end = Advance(message, part.End, ref characters, ref position);
            if (end > start)
            {
                _found[kept++] = part with { Start = start, Length = end - start };
            }
        }

        return kept;
    }

    /// <summary>Where the character of an index begins. Half of a pair of surrogates counts to what is before.</summary>
    private static int Advance(ReadOnlySpan<byte> message, int index, ref int characters, ref int position)
    {
        while (characters < index)
        {
            // What is invalid was decoded to one replacement character.
            Rune.DecodeFromUtf8(message[position..], out Rune rune, out int length);
            characters += rune.Utf16SequenceLength;
            position += length;
        }

        return position;
    }

    private void Add(int start, int length, int number)
    {
        int at = _count;
        while (at > 0 && _found[at - 1].Start > start)
        {
            at--;
        }

        bool isFree = (at == 0 || _found[at - 1].End <= start) && (at == _count || start + length <= _found[at].Start);
        if (length == 0 || !isFree || _count == _found.Length)
        {
            return;
        }

        _found[at.._count].CopyTo(_found[(at + 1)..]);
        _found[at] = new MessagePart(start, length, PlaceKinds.Several, checked((ushort)number));
        _count++;
    }
}
