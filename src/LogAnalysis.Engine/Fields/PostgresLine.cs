namespace LogAnalysis.Fields;

/// <summary>What a PostgreSQL header says of its line.</summary>
internal enum PostgresLine
{
    /// <summary>Nothing that other programs do not say too.</summary>
    None,

    /// <summary>A message of severity LOG, which is information for administrators.</summary>
    Log,

    /// <summary>A further part of the message before: DETAIL, HINT, STATEMENT and so on.</summary>
    Part,
}
