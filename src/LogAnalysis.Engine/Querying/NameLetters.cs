using System.Runtime.CompilerServices;
using System.Text;

namespace LogAnalysis.Querying;

/// <summary>The lengths, and the first and last letters, of some names: most other names differ in one of them.</summary>
internal sealed class NameLetters
{
    /// <summary>Longer names than this are not told apart.</summary>
    private const int MaxLength = 64;

    /// <summary>Upper and lower case of a letter agree in their lowest five bits.</summary>
    private const int LetterCount = 32;

    private readonly ulong[] _ofLength = new ulong[MaxLength];
    private readonly bool _isAny;

    /// <param name="names">The names.</param>
    public NameLetters(IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            // Letters beyond ASCII have more bytes in one case than in the other.
            _isAny |= name.Length is 0 or >= MaxLength || !Ascii.IsValid(name);
            if (!_isAny)
            {
                _ofLength[name.Length] |= LettersOf((byte)name[0], (byte)name[^1]);
            }
        }
    }

    private NameLetters(NameLetters[] others)
    {
        foreach (NameLetters other in others)
        {
            _isAny |= other._isAny;
            for (int length = 0; length < MaxLength; length++)
            {
                _ofLength[length] |= other._ofLength[length];
            }
        }
    }

    /// <summary>Those of several.</summary>
    public static NameLetters Of(IEnumerable<NameLetters> several) => new([.. several]);

    /// <summary>Whether a text may be one of the names, whatever the case.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayBeOf(ReadOnlySpan<byte> text)
    {
        if (_isAny)
        {
            return true;
        }

        ulong[] letters = _ofLength;
        if ((uint)(text.Length - 1) >= (uint)(letters.Length - 1))
        {
            return false;
        }

        ulong wanted = LettersOf(text[0], text[^1]);
        return (letters[text.Length] & wanted) == wanted;
    }

    private static ulong LettersOf(byte first, byte last) => (1UL << (first % LetterCount)) | (1UL << (LetterCount + (last % LetterCount)));
}
