using System.Text;
using System.Text.Unicode;
using LogAnalysis.Model;

namespace LogAnalysis.Querying;

/// <summary>
/// A field that was asked for: the one that the log calls so, whatever the case; else the one that has the same common name; else one within a
/// container such as <c>Properties</c>; else a property of the entry. <c>User.Name</c> is the member <c>Name</c> of <c>User</c>.
/// </summary>
internal sealed class FieldName
{
    /// <summary>The name is not that of the field.</summary>
    public const int NoRank = int.MaxValue;

    private static readonly string[] Properties =
        [nameof(LogEntry.Level), nameof(LogEntry.Message), nameof(LogEntry.Format), nameof(LogEntry.Path), nameof(LogEntry.Text), nameof(LogEntry.Timestamp)];

    private readonly byte[] _bytes;
    private readonly CommonField? _common;

    /// <param name="text">The name.</param>
    /// <param name="isProperty">Whether the property of the entry is meant, whatever fields of the same name there are.</param>
    public FieldName(string text, bool isProperty = false)
    {
        Text = text;
        _bytes = Encoding.UTF8.GetBytes(text);
        _common = isProperty ? null : CommonFields.Find(_bytes, out _);
        Kind = _common?.Kind ?? FieldKind.None;
        Property = Array.Find(Properties, property => string.Equals(property, text, StringComparison.OrdinalIgnoreCase));
        IEnumerable<string> names = isProperty ? [] : [text, .. _common?.Spellings ?? []];
        Letters = new NameLetters(names);
        Paths = [.. names.Select((name, rank) => new FieldPath(name, rank)).Where(path => path.HasPoint)];
    }

    /// <summary>The name as it was asked for.</summary>
    public string Text { get; }

    /// <summary>What it is of request and response; none where it is anything else.</summary>
    public FieldKind Kind { get; }

    /// <summary>The property of entries of that name that has the value where no field has; null where there is none.</summary>
    public string? Property { get; }

    /// <summary>The letters of the names that fit.</summary>
    public NameLetters Letters { get; }

    /// <summary>The names that may be those of a member of a member, with how well each fits.</summary>
    public IReadOnlyList<FieldPath> Paths { get; }

    /// <summary>How well the name of a log fits: 0 where it is the same, more where it means the same, and <see cref="NoRank"/> where it does not.</summary>
    public int RankOf(ReadOnlySpan<byte> name) =>
        !Letters.MayBeOf(name) ? NoRank
        : IsSame(name, _bytes) ? 0
        : _common is not null && CommonFields.Find(name, out int rank) == _common ? rank + 1
        : NoRank;

    /// <summary>Whether two names are the same, whatever the case.</summary>
    public static bool IsSame(ReadOnlySpan<byte> name, ReadOnlySpan<byte> other) =>
        (name.Length == other.Length && Ascii.EqualsIgnoreCase(name, other))
        || (!Ascii.IsValid(other) && Utf8.IsValid(name) && string.Equals(Encoding.UTF8.GetString(name), Encoding.UTF8.GetString(other), StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public override string ToString() => Text;
}
