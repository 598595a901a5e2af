
namespace LogAnalysis.Querying;

/// <summary>
/// What the text of an entry must contain so that a condition can hold, whatever the case. It is true of objects alone, whose values are in their text as they are, but for
/// escapes.
/// </summary>
internal sealed class RequiredText
{
    /// <summary>Shorter texts are in most lines.</summary>
    private const int MinLength = 3;

    private readonly Needle[] _any;

    private RequiredText(Needle[] any) => _any = any;

    /// <summary>What a condition requires; null where it can hold without any text.</summary>
    public static RequiredText? Of(FieldCondition condition)
    {
        bool isText = !condition.AllowsAbsent && !condition.RequiresAbsent && condition.Name.Property is null && condition.Any.Count > 0;
        string[] literals = isText ? [.. condition.Any.Select(test => (test as TextTest)?.Literal ?? string.Empty)] : [];
        return literals.Length > 0 && Array.TrueForAll(literals, literal => literal.Length >= MinLength) ? new RequiredText([.. literals.Select(literal => new Needle(literal))]) : null;
    }

    /// <summary>Whether a line contains one of the texts.</summary>
    public bool IsIn(ReadOnlySpan<byte> line)
    {
        foreach (Needle needle in _any)
        {
            if (needle.IsIn(line))
            {
                return true;
            }
        }

        return false;
    }
}
