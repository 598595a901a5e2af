using LogAnalysis.Model;

namespace LogAnalysis.Querying;

/// <summary>What is asked of one field of an entry.</summary>
/// <param name="name">The field.</param>
internal sealed class FieldCondition(FieldName name)
{
    /// <summary>The field.</summary>
    public FieldName Name => name;

    /// <summary>The alternatives, of which a value must pass one; none for any value.</summary>
    public IReadOnlyList<FieldTest> Any { get; init; } = [];

    /// <summary>What a value must pass as well.</summary>
    public IReadOnlyList<FieldTest> All { get; init; } = [];

    /// <summary>What no value may pass.</summary>
    public IReadOnlyList<FieldTest> None { get; init; } = [];

    /// <summary>Whether an entry passes that does not have the field.</summary>
    public bool AllowsAbsent { get; init; }

    /// <summary>Whether an entry passes only if it does not have the field.</summary>
    public bool RequiresAbsent { get; init; }

    /// <summary>Whether the values of an entry pass.</summary>
    /// <param name="values">Where they were found.</param>
    /// <param name="field">Which of the fields there it is.</param>
    /// <param name="line">The entry.</param>
    public bool Matches(FoundFields values, int field, in LogLine line)
    {
        ReadOnlySpan<FoundField> found = values[field];
        if (found.IsEmpty)
        {
            return AllowsAbsent;
        }

        bool isAnyWanted = false;
        foreach (ref readonly FoundField value in found)
        {
            var elements = new FieldElements(values.BytesOf(value), value.Syntax);
            while (elements.MoveNext())
            {
                if (IsMatchOfAny(None, in elements, in line))
                {
                    return false;
                }

                isAnyWanted |= (Any.Count == 0 || IsMatchOfAny(Any, in elements, in line)) && IsMatchOfAll(All, in elements, in line);
            }
        }

        return isAnyWanted && !RequiresAbsent;
    }

    private bool IsMatchOfAny(IReadOnlyList<FieldTest> tests, in FieldElements element, in LogLine line)
    {
        for (int i = 0; i < tests.Count; i++)
        {
            if (tests[i].Matches(name, element.Current, element.Syntax, in line))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsMatchOfAll(IReadOnlyList<FieldTest> tests, in FieldElements element, in LogLine line)
    {
        for (int i = 0; i < tests.Count; i++)
        {
            if (!tests[i].Matches(name, element.Current, element.Syntax, in line))
            {
                return false;
            }
        }

        return true;
    }
}
