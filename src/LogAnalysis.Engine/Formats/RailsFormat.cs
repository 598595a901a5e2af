using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>
/// The log of Ruby on Rails without a formatter: each request begins with Started and ends with Completed and its status; an
/// exception is after that, without a mark of its own.
/// </summary>
/// <remarks>Source: Rails' <c>Rails::Rack::Logger</c> and <c>ActionController::LogSubscriber</c>.</remarks>
internal sealed class RailsFormat() : LogFormat(
    "rails",
    "Ruby on Rails: Started, Processing, Completed",
    "Completed 500 Internal Server Error in 12ms (ActiveRecord: 3.1ms | Allocations: 2171)")
{
    /// <inheritdoc/>
    internal override string FirstBytes => "[SPC";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        fields = default;
        int tags = 0;
        while (line[tags..].StartsWith("["u8) && line[tags..].IndexOf("] "u8) is > 0 and int close)
        {
            tags += close + 2;
        }

        fields.Message = ByteRange.Between(tags, line.Length);
        ReadOnlySpan<byte> text = line[tags..];
        if (text.StartsWith("Completed "u8))
        {
            return RequestMessage.TryFind(line, fields.Message, ref fields);
        }

        bool started = text.StartsWith("Started "u8) && text.LastIndexOf("\" for "u8) is > 0 and int client && text[client..].IndexOf(" at "u8) > 0;
        bool processing = text.StartsWith("Processing by "u8) && text.Contains((byte)'#');
        if (started)
        {
            int time = tags + text.LastIndexOf(" at "u8) + " at ".Length;
            fields.Timestamp = ByteRange.Between(time, line.Length);
        }

        fields.HasLevel = true;
        fields.Level = LogLevel.Information;
        return started || processing;
    }
}
