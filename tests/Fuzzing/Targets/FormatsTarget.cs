using CsCheck;
using LogAnalysis.Formats;
using LogAnalysis.Model;
using LogAnalysis.Parsing;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Tests.Fuzzing.Targets;

/// <summary>Every format takes any line: what it finds lies within the line, and can be asked for.</summary>
internal sealed class FormatsTarget() : FuzzTarget("formats")
{
    private static readonly LogFormat[] Formats = [.. LogFormats.BuiltIn];

    /// <inheritdoc/>
    public override Gen<byte[]> Inputs { get; } = AnyBytes.Line.Select(line => line.Where(b => b != '\n').ToArray());

    /// <inheritdoc/>
    public override void Try(byte[] input)
    {
        if (input.Length == 0)
        {
            return;
        }

        foreach (LogFormat format in Formats)
        {
            LineFields fields = default;
            if (format.TryParse(input, ref fields))
            {
                Check(input, format, in fields);
                format.ParseRest(input, ref fields);
                Check(input, format, in fields);
            }
        }

        LineFields found = default;
        bool isContinuation = new LineClassifier().Classify(input, ref found, out LogLevel level, out LogFormat own);
        Check(input, own, in found);
        Promise.That(Enum.IsDefined(level) && (!isContinuation || found.Status == 0));
    }

    /// <summary>Asks a line for everything.</summary>
    public static void Check(byte[] input, LogFormat format, in LineFields fields)
    {
        var line = new LogLine(input, input, in fields, format)
        {
            Level = fields.Level,
            IsContinuation = false,
            Stream = format,
            Ordinal = 1,
            Path = null,
            Number = 1,
            Offset = 0,
            ByteCount = input.Length,
            Reference = new DateTime(2025, 1, 24, 7, 0, 30, DateTimeKind.Local),
            Conventions = TimeConventions.Default,
            FieldReader = LineFieldReader.Instance,
        };
        foreach (System.Collections.DictionaryEntry field in new LogEntry(in line).Fields)
        {
            Promise.That(!((string)field.Key).Contains('\x1b', StringComparison.Ordinal));
            Promise.That(field.Value is not string text || !text.Contains('\x1b', StringComparison.Ordinal));
        }

        for (int kind = 0; kind < (int)FieldKind.Level; kind++)
        {
            ByteRange field = fields[(FieldKind)kind];
            Promise.That(field.Start >= 0 && field.Length >= 0 && field.End <= input.Length, $"{format.Name}: {field} lies within the line");
            Promise.That(line.Decode(field) is null == field.IsEmpty);
        }

        Promise.That(Enum.IsDefined(fields.Level), $"{format.Name}: there is a level {fields.Level}");
        Promise.That(fields.Status is 0 or (>= 100 and <= 599), $"{format.Name}: there is a status {fields.Status}");
        Promise.That(line.ParseDuration() is null or { Ticks: >= 0 }, $"{format.Name}: a response takes some time");
        _ = (line.ParseTimestamp(), line.DecodeMessage(), new LogEntry(in line).Message, fields.Status > 0 ? LogStatusCode.From(in line).Url : null);
    }
}
