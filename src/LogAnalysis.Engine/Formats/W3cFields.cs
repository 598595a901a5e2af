using System.Text;

namespace LogAnalysis.Formats;

/// <summary>What a <c>#Fields</c> line says: which column holds what.</summary>
internal sealed class W3cFields
{
    private static readonly WordTable<FieldKind> Names = new(
        (FieldKind.HttpStatus, "sc-status"),
        (FieldKind.Method, "cs-method"),
        (FieldKind.Url, "cs-uri-stem cs-uri"),
        (FieldKind.Client, "c-ip"),
        (FieldKind.Bytes, "sc-bytes"));

    private readonly FieldKind[] _kinds;

    private W3cFields(string[] names, char separator)
    {
        Separator = separator;
        _kinds = [.. names.Select(name => Names.TryFind(Encoding.UTF8.GetBytes(name), out FieldKind kind) ? kind : FieldKind.None)];
        Date = Array.IndexOf(names, "date");
        Time = Array.IndexOf(names, "time");
    }

    private static ReadOnlySpan<byte> Directive => "#Fields:"u8;

    /// <summary>What stands between two columns.</summary>
    public char Separator { get; }

    /// <summary>How many columns there are.</summary>
    public int Count => _kinds.Length;

    /// <summary>The column of the date; -1 where there is none.</summary>
    public int Date { get; }

    /// <summary>The column of the time of day; -1 where there is none.</summary>
    public int Time { get; }

    /// <summary>What a column holds.</summary>
    public FieldKind this[int column] => _kinds[column];

    /// <summary>Reads such a line; null for any other.</summary>
    public static W3cFields? Parse(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith(Directive))
        {
            return null;
        }

        string text = Encoding.UTF8.GetString(line[Directive.Length..]).Trim();
        char separator = text.Contains('\t', StringComparison.Ordinal) ? '\t' : ' ';
        return new W3cFields(text.Split(separator, StringSplitOptions.RemoveEmptyEntries), separator);
    }
}
