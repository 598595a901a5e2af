namespace LogAnalysis.Formats;

/// <summary>
/// Text with a time in front: log4j, logback, Spring Boot, NLog, Serilog's file sink, Python's logging, Hadoop, ZooKeeper and
/// their like. The level is looked for in the header between the time and the message.
/// </summary>
internal sealed class ApplicationFormat() : LogFormat(
    "application",
    "Application text: date, time, level, message (log4j, logback, Spring Boot, NLog, Serilog, Python)",
    "2025-01-24 07:00:30,139 ERROR [main] com.example.Orders: Could not reach the database")
{
    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int start = line[0] == '[' ? 1 : 0;
        int length = IsoTimestamp.Match(line[start..]);
        int end = start + length;
        if (length == 0 || (end < line.Length && char.IsAsciiLetterOrDigit((char)line[end])))
        {
            return false;
        }

        fields = default;
        fields.Timestamp = new Slice(start, length);
        if (start == 1 && end < line.Length && line[end] == ']')
        {
            end++;
        }

        var header = new HeaderScanner(line, end);
        fields.HasLevel = header.FindLevel(out fields.Level);
        int message = header.FindMessage();
        if (!fields.HasLevel && PostgresHeader.Find(line, end, out int behind) is var postgres and not PostgresLine.None)
        {
            fields.ContinuesEntry = postgres == PostgresLine.Part;
            fields.HasLevel = true;
            fields.Level = LogLevel.Information;
            message = behind;
        }

        fields.Message = Slice.Between(message, line.Length);
        return true;
    }
}
