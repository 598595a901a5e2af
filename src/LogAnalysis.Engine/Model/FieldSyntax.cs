namespace LogAnalysis.Model;

/// <summary>How a log writes the value of a field.</summary>
internal enum FieldSyntax
{
    /// <summary>As it is: what it looks like tells whether it is a number, a truth value, a time or text.</summary>
    Plain,

    /// <summary>The same, with the escapes of JSON, as between the quotes of logfmt.</summary>
    Escaped,

    /// <summary>The same, with quotes doubled, as in CSV.</summary>
    DoubledQuotes,

    /// <summary>The same, with XML's references, character data and elements.</summary>
    Markup,

    /// <summary>The inside of a JSON string: text or a time, and never a number.</summary>
    JsonString,

    /// <summary>Any other JSON value: a number, <c>true</c>, <c>false</c>, <c>null</c>, an object or an array.</summary>
    Json,
}
