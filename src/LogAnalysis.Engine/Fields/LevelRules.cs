using LogAnalysis.Model;

namespace LogAnalysis.Fields;

/// <summary>What an entry's level is. A level of its own decides; else its status; only where it has neither, its words.</summary>
internal static class LevelRules
{
    /// <summary>The level of the entry that <paramref name="line"/> begins.</summary>
    public static LogLevel Decide(ReadOnlySpan<byte> line, in LineFields fields)
    {
        if (fields.HasLevel)
        {
            return fields.Level;
        }

        if (fields.Status != 0)
        {
            return OfStatus(fields.Status);
        }

        return ErrorKeywords.Occur(fields.Message.IsEmpty ? line : fields.Message.Of(line)) ? LogLevel.Error : LogLevel.Unknown;
    }

    /// <summary>The level that an HTTP status stands for: 5xx is the server's error, 4xx the client's.</summary>
    public static LogLevel OfStatus(int status) => status switch
    {
        >= 500 => LogLevel.Error,
        >= 400 => LogLevel.Warning,
        _ => LogLevel.Information,
    };
}
