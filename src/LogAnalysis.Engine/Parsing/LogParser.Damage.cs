using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Parsing;

/// <content>Lines with NUL bytes, and what is no text at all.</content>
internal sealed partial class LogParser
{
    /// <summary>What is shorter, between damage, may look like some text by chance.</summary>
    private const int MinText = 16;

    private readonly Utf16Lines _utf16 = new();
    private bool _isInDamage;

    /// <summary>Whether the next line may belong to what is no text, or UTF-16, even if it has no NUL byte.</summary>
    private bool _isDoubtful;

    /// <summary>What was found that is no text.</summary>
    public UnreadableText Unreadable { get; private set; }

    /// <summary>Handles a line that has NUL bytes, or comes behind what is no text. A hole in it is where another line may begin.</summary>
    private void HandleDoubtful(ReadOnlySpan<byte> text, in LinePosition place, ElementReading reading)
    {
        HandlePieces(text, in place, reading);
        _isDoubtful = _isInDamage || _utf16.IsInside;
    }

    /// <summary>What was handled so far tells nothing about the next line.</summary>
    private void LeaveDamage()
    {
        _utf16.Reset();
        _isInDamage = _isDoubtful = false;
    }

    private void HandlePieces(ReadOnlySpan<byte> text, in LinePosition place, ElementReading reading)
    {
        ReadOnlySpan<byte> rest = text.TrimStart((byte)0);
        bool hasHole = text.Length - rest.Length >= NulBytes.MinHole;
        if (!hasHole && rest.IsEmpty && !text.IsEmpty)
        {
            // The other half of the line end before it, in UTF-16.
            return;
        }

        rest = hasHole ? rest : text;
        LinePosition next = place;
        do
        {
            int hole = NulBytes.FindHole(rest, out int length);
            hasHole |= hole >= 0;
            ReadOnlySpan<byte> piece = hole < 0 ? rest : rest[..hole];
            rest = hole < 0 ? default : rest[(hole + length)..];
            if (!piece.IsEmpty || text.IsEmpty)
            {
                HandlePiece(piece, in next, reading);
                next = place.Within(0);
            }
        }
        while (!rest.IsEmpty);

        if (hasHole)
        {
            AddUnreadable(in next);
            _isInDamage = false;
        }
    }

    private void HandlePiece(ReadOnlySpan<byte> piece, in LinePosition place, ElementReading reading)
    {
        bool isDecoded = _utf16.TryDecode(piece, out byte[] decoded);
        bool hasNul = !isDecoded && piece.Contains((byte)0);
        piece = isDecoded ? decoded : piece.Trim((byte)0);
        piece = piece is [.., (byte)'\r'] ? piece[..^1] : piece;
        if (!IsDamage(piece, hasNul))
        {
            _isInDamage = false;
            Handle(piece, WithoutNuls(_ansi.Strip(piece)), in place, reading);
            return;
        }

        int damage = TextBytes.FindOther(piece);
        LinePosition next = place;
        if (damage >= MinText && StartsEntry(piece[..damage]))
        {
            Handle(piece[..damage], _ansi.Strip(piece[..damage]), in place, reading);
            next = place.Within(0);
            _isInDamage = false;
        }

        if (!_isInDamage)
        {
            AddUnreadable(in next);
        }

        _isInDamage = true;
    }

    /// <summary>A stray NUL byte may be all that is between two fields.</summary>
    private static ReadOnlySpan<byte> WithoutNuls(ReadOnlySpan<byte> text)
    {
        if (!text.Contains((byte)0))
        {
            return text;
        }

        byte[] plain = text.ToArray();
        plain.AsSpan().Replace((byte)0, (byte)' ');
        return plain;
    }

    /// <summary>Whether a line is no text. Damage has line ends too, and what looks like text between them.</summary>
    private bool IsDamage(ReadOnlySpan<byte> line, bool hasNul)
    {
        if (!_isInDamage)
        {
            return hasNul && (TextBytes.AreOther(line) || (TextBytes.HasControls(line) && TextBytes.HasBrokenCharacters(line) && !StartsEntry(line)));
        }

        bool isDoubtful = line.Length < MinText || TextBytes.FindOther(line) >= 0 || TextBytes.HasBrokenCharacters(line);
        return TextBytes.AreOther(line) || (isDoubtful && !StartsEntry(line));
    }

    /// <summary>Counts what is no text. Where it is all that a line has, that is a line without a text.</summary>
    private void AddUnreadable(in LinePosition place)
    {
        if (place.IsPassedOn)
        {
            Unreadable = Unreadable.And(place.Offset);
        }

        if (place.LineCount > 0)
        {
            Flush();
            EmitContinuation(default, default, in place);
        }
    }
}
