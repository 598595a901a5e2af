namespace LogAnalysis.Text;

/// <summary>The kinds of JSON values, as far as logs care.</summary>
internal enum JsonKind
{
    String,
    Number,
    Object,
    Array,

    /// <summary><c>true</c>, <c>false</c> or <c>null</c>.</summary>
    Literal,
}
