using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LogAnalysis;

/// <summary>
/// All that a report was made of, packed, for <c>Get-LogReport</c> to merge reports by. Where people look at it, it only says how large it is.
/// </summary>
[JsonConverter(typeof(Converter))]
public sealed class LogMergeState
{
    private readonly Lazy<string>? _packed;

    /// <summary>A state that is known.</summary>
    public LogMergeState()
    {
    }

    /// <summary>A state that is packed when somebody asks for it: most reports are only looked at.</summary>
    [SetsRequiredMembers]
    internal LogMergeState(Func<string> pack)
    {
        _packed = new Lazy<string>(pack);
        Data = string.Empty;
    }

    /// <summary>The packed state: JSON, compressed, in base 64.</summary>
    public required string Data
    {
        get => _packed is null ? field : _packed.Value;
        init;
    }

    /// <summary>How large it is, such as <c>12,345 characters</c>.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Data.Length:N0} characters");

    /// <summary>In the JSON of a report it is but a text.</summary>
    private sealed class Converter : JsonConverter<LogMergeState>
    {
        public override LogMergeState Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new() { Data = reader.GetString() ?? string.Empty };

        public override void Write(Utf8JsonWriter writer, LogMergeState value, JsonSerializerOptions options) => writer.WriteStringValue(value.Data);
    }
}
