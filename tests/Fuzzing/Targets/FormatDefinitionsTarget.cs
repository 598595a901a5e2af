using System.Text;
using System.Text.Json;
using CsCheck;
using LogAnalysis.Formats;
using LogAnalysis.Model;

namespace LogAnalysis.Tests.Fuzzing.Targets;

/// <summary>A file with definitions of formats is refused, or gives formats that take any line. An input is the file, a zero, and a line.</summary>
internal sealed class FormatDefinitionsTarget() : FuzzTarget("format definitions")
{
    private static readonly byte[][] Files =
    [
        """{"$schema":"x","formats":[{"name":"shop","pattern":["^(?<timestamp>\\S+ \\S+) (?<level>\\w) (?<message>.*)$","^  (?<url>/\\S*)"],"timestampFormat":["dd.MM.yyyy HH:mm:ss","yyyy-MM-dd"],"levelMap":{"E":"Error","I":"Information"}}]}"""u8.ToArray(),
        """{"formats":[{"name":"a","pattern":["(?<status>\\d{3})"]},{"name":"b-c","pattern":["^(?<time>[^ ]+) (?<message>.*)"],"timestampFormat":["HH:mm:ss dd/MM/yy"]}]}"""u8.ToArray(),
        """{"formats":[{"name":"x_1","pattern":["(?<severity>\\d)"],"levelMap":{"0":"Critical","1":"error","a":"Error","A":"Warning"}}]}"""u8.ToArray(),
    ];

    /// <inheritdoc/>
    public override Gen<byte[]> Inputs { get; } = Gen.Select(
        Gen.Frequency((6, AnyBytes.WithOtherValues(Gen.OneOfConst(Files))), (4, AnyBytes.Tampered(Gen.OneOfConst(Files))), (1, AnyBytes.Pieces)),
        AnyBytes.Line,
        (file, line) => (byte[])[.. file.Where(b => b != 0), 0, .. line.Where(b => b != '\n')]);

    /// <inheritdoc/>
    public override void Try(byte[] input)
    {
        int zero = Array.IndexOf(input, (byte)0);
        byte[] line = input[(zero + 1)..];
        foreach (UserFormat format in Create(Encoding.UTF8.GetString(input, 0, Math.Max(0, zero))))
        {
            LineFields fields = default;
            if (line.Length > 0 && format.TryParse(line, ref fields))
            {
                FormatsTarget.Check(line, format, in fields);
            }
        }
    }

    private static UserFormat[] Create(string json)
    {
        try
        {
            return [.. FormatDefinitionFile.Read(json).Select(UserFormat.Create)];
        }
        catch (Exception refused) when (refused is JsonException or FormatDefinitionException)
        {
            return [];
        }
    }
}
