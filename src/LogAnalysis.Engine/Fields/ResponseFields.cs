using System.Buffers.Text;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Fields;

/// <summary>Names what every format keeps of a request and its response.</summary>
internal static class ResponseFields
{
    private const int StatusLength = 3;

    /// <summary>Passes client, request and response to a sink, as far as the line has them.</summary>
    public static void Read(in LogLine line, FieldSink sink)
    {
        ref readonly LineFields fields = ref line.Fields;
        FieldSyntax syntax = fields.HasMarkup ? FieldSyntax.Markup : FieldSyntax.Plain;
        sink.AddKnown("Client"u8, fields.Client.Of(line.Plain), syntax);
        HttpRequest request = HttpRequest.Of(in line);
        sink.AddKnown("Method"u8, request.Method.Of(line.Plain), syntax);
        sink.AddKnown("Url"u8, request.Url.Of(line.Plain), syntax);
        if (!fields.Request.IsEmpty && !request.Url.IsEmpty && request.Url.End < fields.Request.End)
        {
            sink.AddKnown("Protocol"u8, line.Plain[(request.Url.End + 1)..fields.Request.End]);
        }

        if (fields.Status != 0)
        {
            Span<byte> status = stackalloc byte[StatusLength];
            Utf8Formatter.TryFormat(fields.Status, status, out int length);
            sink.Add("StatusCode"u8, status[..length]);
        }

        sink.AddKnown("Bytes"u8, fields.Bytes.Of(line.Plain));
        sink.AddKnown("Duration"u8, FindDuration(in line).Of(line.Plain));
    }

    /// <summary>Where the line says how long the response took; an empty range if nowhere.</summary>
    public static ByteRange FindDuration(in LogLine line)
    {
        ByteRange duration = line.Fields.Duration;
        return line.Fields.DurationUnit != DurationUnit.AccessLog || duration.IsEmpty ? duration
            : ResponseTime.FindText(duration.Of(line.Plain), out _) is { IsEmpty: false } found ? found.Shift(duration.Start)
            : default;
    }
}
