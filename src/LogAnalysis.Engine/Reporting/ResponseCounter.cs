using System.Text;
using LogAnalysis.Counting;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Reporting;

/// <summary>What is counted of lines that report an HTTP status.</summary>
internal sealed class ResponseCounter
{
    private readonly StatusCodeCounter _statusCodes = new(StatusCodeFilter.All);

    /// <summary>The codes that occurred, ascending.</summary>
    public LogStatusCodeCount[] StatusCodes => _statusCodes.ToCounts();

    public HeavyHitters Urls { get; }

    public HeavyHitters Clients { get; }

    public DurationSketch Durations { get; } = new();

    /// <summary>The sum of the sizes of all responses; null where none is known.</summary>
    public long? ResponseBytes { get; private set; }

    public ResponseCounter()
        : this(new HeavyHitters(), new HeavyHitters())
    {
    }

    private ResponseCounter(HeavyHitters urls, HeavyHitters clients) => (Urls, Clients) = (urls, clients);

    /// <summary>A counter of the same log that has counted nothing yet.</summary>
    public ResponseCounter Fork() => new(Urls.Fork(), Clients.Fork());

    /// <summary>Counts a line that reports a status.</summary>
    public void Add(in LogLine line, DateTimeOffset? time)
    {
        _statusCodes.Add(line.Fields.Status, time);
        Add(Urls, in line, HttpRequest.Of(in line).Url, isUrl: true);
        Add(Clients, in line, line.Fields.Client, isUrl: false);
        AddBytes(LogStatusCode.ReadBytes(in line));
        if (line.ParseDuration() is TimeSpan duration)
        {
            Durations.Add(duration);
        }
    }

    public void Add(LogStatusCode response)
    {
        _statusCodes.Add(response.Code, response.Timestamp);
        if (response.RawUrl is not null)
        {
            Urls.Add(RequestTemplate.WithoutQuery(Encoding.UTF8.GetBytes(response.RawUrl)));
        }

        if (response.RawClient is not null)
        {
            Clients.Add(Encoding.UTF8.GetBytes(response.RawClient));
        }

        AddBytes(response.Bytes);
        if (response.Duration is TimeSpan duration)
        {
            Durations.Add(duration);
        }
    }

    public void Add(LogStatusCodeCount count) => _statusCodes.Add(count);

    public void Add(ReportState state)
    {
        Array.ForEach(state.StatusCodes, _statusCodes.Add);
        state.Urls.AddTo(Urls);
        state.Clients.AddTo(Clients);
        Durations.Add(state.Durations, state.MaxDuration);
        AddBytes(state.ResponseBytes);
    }

    public void Merge(ResponseCounter other)
    {
        _statusCodes.Merge(other._statusCodes);
        Urls.Merge(other.Urls);
        Clients.Merge(other.Clients);
        Durations.Merge(other.Durations);
        AddBytes(other.ResponseBytes);
    }

    private void AddBytes(long? bytes)
    {
        if (bytes is long size)
        {
            ResponseBytes = CountLimits.Sum(ResponseBytes.GetValueOrDefault(), size);
        }
    }

    private static void Add(HeavyHitters values, in LogLine line, ByteRange field, bool isUrl)
    {
        if (field.IsEmpty)
        {
            return;
        }

        ReadOnlySpan<byte> text = field.Of(line.Plain);
        if (line.Fields.HasEscapes && text.Contains((byte)'\\'))
        {
            text = Encoding.UTF8.GetBytes(line.Decode(field)!);
        }

        values.Add(isUrl ? RequestTemplate.WithoutQuery(text) : text);
    }
}
