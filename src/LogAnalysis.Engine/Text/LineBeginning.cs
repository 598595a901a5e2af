namespace LogAnalysis.Text;

/// <summary>How a line begins, as far as that rules out formats.</summary>
internal enum LineBeginning
{
    /// <summary>In any other way.</summary>
    Other,

    /// <summary>As <see cref="Text.Prose"/> does.</summary>
    Prose,

    /// <summary>With a date and a time of ISO 8601, a blank, and behind it as <see cref="Text.Prose"/> does: <c>2025-01-24 07:00:30 Order was lost</c>.</summary>
    TimedProse,

    /// <summary>With a level in capitals, and then a word of letters, without a bar, quote or percent sign anywhere: <c>ERROR Order was lost: refused</c>.</summary>
    Label,

    /// <summary>Likewise, without a colon that ends a word: <c>ERROR Order 4711 was lost</c>.</summary>
    PlainLabel,
}
