using System.Text;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>What dcdiag reports of domain controllers: the result of each test, and the events that it has found.</summary>
/// <remarks>Source: Microsoft Learn, <c>dcdiag</c>. A test ends with a line of points and its result; all that is between is about that test.</remarks>
internal sealed class DcdiagFormat() : LogFormat(
    "dcdiag",
    "dcdiag: results of tests, events of the domain controllers",
    "         ......................... DC1 failed test Services")
{
    /// <inheritdoc/>
    internal override string FirstBytes => " ";

    /// <summary>How a result is said in English, German, French, Spanish, Italian and Portuguese. What contains another is before it.</summary>
    private static readonly (byte[] Text, LogLevel Level)[] Results = Encode(
        (" failed test ", LogLevel.Error),
        (" passed test ", LogLevel.Information),
        ("nicht bestanden", LogLevel.Error),
        ("fehlgeschlagen", LogLevel.Error),
        ("bestanden", LogLevel.Information),
        (" a échoué", LogLevel.Error),
        ("a pas réussi", LogLevel.Error),
        (" a réussi", LogLevel.Information),
        (" no superó ", LogLevel.Error),
        (" superó ", LogLevel.Information),
        (" non ha superato ", LogLevel.Error),
        (" ha superato ", LogLevel.Information),
        (" falhou ", LogLevel.Error),
        (" não passou ", LogLevel.Error),
        (" passou ", LogLevel.Information));

    /// <summary>How an event is introduced, before its number.</summary>
    private static readonly (byte[] Text, LogLevel Level)[] Events = Encode(
        ("An error event occurred.", LogLevel.Error),
        ("A warning event occurred.", LogLevel.Warning),
        ("An information event occurred.", LogLevel.Information),
        ("Fehler. Ereignis-ID", LogLevel.Error),
        ("Warnung. Ereignis-ID", LogLevel.Warning),
        ("événement d'erreur s'est produit", LogLevel.Error),
        ("événement d'avertissement s'est produit", LogLevel.Warning),
        ("Error. Id. de evento", LogLevel.Error),
        ("Advertencia. Id. de evento", LogLevel.Warning));

    private static ReadOnlySpan<byte> Points => "......................... "u8;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int blanks = line.IndexOfAnyExcept((byte)' ');
        ReadOnlySpan<byte> text = blanks < 0 ? default : line[blanks..];
        if (text.IsEmpty || !TryReadLevel(text, out LogLevel level))
        {
            return false;
        }

        fields = LineFields.OfLevel(level, ByteRange.Between(blanks, line.Length));
        return true;
    }

    private static bool TryReadLevel(ReadOnlySpan<byte> text, out LogLevel level)
    {
        level = LogLevel.Unknown;
        return text[0] == '.' ? text.StartsWith(Points) && TryFind(Results, text[Points.Length..], out level)
            : char.IsAsciiLetterUpper((char)text[0]) && text.IndexOf(": 0x"u8) > 0 && TryFind(Events, text, out level);
    }

    private static bool TryFind((byte[] Text, LogLevel Level)[] known, ReadOnlySpan<byte> text, out LogLevel level)
    {
        foreach ((byte[] words, LogLevel meant) in known)
        {
            if (text.IndexOf(words) >= 0)
            {
                level = meant;
                return true;
            }
        }

        level = LogLevel.Unknown;
        return false;
    }

    private static (byte[] Text, LogLevel Level)[] Encode(params (string Text, LogLevel Level)[] known) =>
        [.. known.Select(item => (Encoding.UTF8.GetBytes(item.Text), item.Level))];
}
