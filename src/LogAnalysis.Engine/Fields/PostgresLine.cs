namespace LogAnalysis.Fields;

/// <summary>What a PostgreSQL header says of its line.</summary>
internal enum PostgresLine
{
    /// <summary>Nothing that it would say.</summary>
    None,

    /// <summary>A message of some severity.</summary>
    Message,

    /// <summary>A further part of the message before: DETAIL, HINT, STATEMENT and so on.</summary>
    Part,
}
