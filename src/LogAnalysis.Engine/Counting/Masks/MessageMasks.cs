using System.Collections.Immutable;
using System.Text;

namespace LogAnalysis.Counting;

/// <summary>Masks in the order in which they were registered. They do not change; others take their place.</summary>
internal sealed class MessageMasks
{
    /// <summary>None.</summary>
    public static readonly MessageMasks None = new([]);

    private readonly string[] _places;

    /// <param name="masks">The masks.</param>
    public MessageMasks(ImmutableArray<LogMask> masks)
    {
        All = masks;
        _places = [.. masks.Select(mask => mask.Place)];
    }

    /// <summary>All of them.</summary>
    public ImmutableArray<LogMask> All { get; }

    /// <summary>The mask of a name, whatever its case; null if there is none.</summary>
    public LogMask? Find(string name) => All.FirstOrDefault(mask => HasName(mask, name));

    /// <summary>These and another one behind them, in place of one of the same name.</summary>
    public MessageMasks With(LogMask mask) => new([.. Without(mask.Name).All, mask]);

    /// <summary>These without the one of a name.</summary>
    public MessageMasks Without(string name) => new([.. All.Where(mask => !HasName(mask, name))]);

    /// <summary>What the values of a part of a message look like that was found here.</summary>
    public PlaceLook LookOf(in MessagePart part) => PlaceLook.OfMask(All[part.Mask - 1].Name);

    /// <summary>
    /// Finds what is a value by the masks, also places that are written out already, as in the name of a pattern. Where two overlap, that of the mask that was registered first
    /// counts.
    /// </summary>
    /// <param name="message">The message in UTF-8, in which bytes may be invalid; no longer than <see cref="MessageTemplate.MaxLength"/>.</param>
    /// <param name="found">Receives them in the order of the message.</param>
    /// <returns>How many there are.</returns>
    public int Find(ReadOnlySpan<byte> message, Span<MessagePart> found)
    {
        Span<char> characters = stackalloc char[MessageTemplate.MaxLength];
        var finder = new MaskFinder(characters[..Encoding.UTF8.GetChars(message, characters)], found);
        for (int i = 0; i < All.Length; i++)
        {
            if (!All[i].IsGivenUp)
            {
                finder.Find(All[i], _places[i], i + 1);
            }
        }

        return finder.ToBytes(message);
    }

    private static bool HasName(LogMask mask, string name) => string.Equals(mask.Name, name, StringComparison.OrdinalIgnoreCase);
}
