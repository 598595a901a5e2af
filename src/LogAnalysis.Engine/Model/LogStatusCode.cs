using System.Buffers.Text;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis;

/// <summary>One response in a log, with its HTTP status: what <c>Get-LogStatusCode</c> writes.</summary>
public sealed class LogStatusCode
{
    /// <summary>No response is larger, in bytes: what is says something else.</summary>
    internal const long MaxBytes = 1_000_000_000_000_000;

    /// <summary>The HTTP status, 100 to 599.</summary>
    public int Code { get; init; }

    /// <summary>Its class, such as <c>4xx</c>.</summary>
    public string Class => HttpStatus.ClassOf(Code);

    /// <summary>Its reason phrase, such as <c>Not Found</c>; null for an unregistered code.</summary>
    public string? Reason => HttpStatus.ReasonOf(Code);

    /// <summary>The HTTP method; null where the log does not say.</summary>
    public string? Method
    {
        get => ControlCharacters.EscapeControlCharacters(RawMethod);
        init => RawMethod = value;
    }

    /// <summary>
    /// What was asked for, as the client wrote it. Control characters, and characters that hide text, are escaped, such as <c>\x1b</c>; null where
    /// the log does not say.
    /// </summary>
    public string? Url
    {
        get => ControlCharacters.EscapeControlCharacters(RawUrl);
        init => RawUrl = value;
    }

    /// <summary>Who asked, an address or a host name, escaped as <see cref="Url"/> is; null where the log does not say.</summary>
    public string? Client
    {
        get => ControlCharacters.EscapeControlCharacters(RawClient);
        init => RawClient = value;
    }

    /// <summary>The response's size in bytes; null where the log does not say.</summary>
    public long? Bytes { get; init; }

    /// <summary>How long the response took; null where the log does not say.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>When; null where the log does not say. A time without an offset is local.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>The file, escaped as <see cref="Url"/> is; null for a line that came from the pipeline without one.</summary>
    public string? Path
    {
        get => ControlCharacters.EscapeControlCharacters(field);
        init;
    }

    /// <summary>The 1-based number of the line; null when following started in the middle of the file.</summary>
    public long? LineNumber { get; init; }

    /// <summary>The line as it was written.</summary>
    public required string Text { get; init; }

    /// <summary>The method as it was written.</summary>
    internal string? RawMethod { get; private init; }

    /// <summary>The URL as it was written, by which it is counted.</summary>
    internal string? RawUrl { get; private init; }

    /// <summary>The client as it was written, by which it is counted.</summary>
    internal string? RawClient { get; private init; }

    /// <summary>The status that a line reports. Only for a line that has one.</summary>
    internal static LogStatusCode From(in LogLine line)
    {
        HttpRequest request = HttpRequest.Of(in line);
        return new LogStatusCode
        {
            Code = line.Fields.Status,
            Method = line.Decode(request.Method),
            Url = line.Decode(request.Url),
            Client = line.Decode(line.Fields.Client),
            Bytes = ReadBytes(in line),
            Duration = line.ParseDuration(),
            Timestamp = line.ParseTimestamp(),
            Path = line.Path,
            LineNumber = line.Number > 0 ? line.Number : null,
            Text = line.DecodeText(),
        };
    }

    /// <summary>The response's size that a line reports; null where it reports none, or one that none can have.</summary>
    internal static long? ReadBytes(in LogLine line) =>
        Utf8Parser.TryParse(line.Fields.Bytes.Of(line.Plain), out long bytes, out int length) && length == line.Fields.Bytes.Length && bytes is >= 0 and <= MaxBytes
            ? bytes
            : null;

    /// <summary>The line, fit to be shown.</summary>
    public override string ToString() => ControlCharacters.EscapeControlCharacters(Text);
}
