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

    public RequestCounter Requests { get; } = new();

    public HeavyHitters Clients { get; }

    /// <summary>The clients of responses with a status of 400 to 499.</summary>
    public HeavyHitters ClientErrors { get; }

    /// <summary>The clients of responses with a status of 500 and above.</summary>
    public HeavyHitters ServerErrors { get; }

    public UserAgentCounter UserAgents { get; }

    public ProtocolCounter Protocols { get; } = new();

    public DurationSketch Durations { get; } = new();

    /// <summary>The sum of the sizes of all responses; null where none is known.</summary>
    public long? ResponseBytes { get; private set; }

    public ResponseCounter()
        : this(new HeavyHitters(), new HeavyHitters(), new HeavyHitters(), new UserAgentCounter())
    {
    }

    private ResponseCounter(HeavyHitters clients, HeavyHitters clientErrors, HeavyHitters serverErrors, UserAgentCounter userAgents) =>
        (Clients, ClientErrors, ServerErrors, UserAgents) = (clients, clientErrors, serverErrors, userAgents);

    /// <summary>A counter of the same log that has counted nothing yet.</summary>
    public ResponseCounter Fork() => new(Clients.Fork(), ClientErrors.Fork(), ServerErrors.Fork(), UserAgents.Fork());

    /// <summary>Counts a line that reports a status.</summary>
    public void Add(in LogLine line, DateTimeOffset? time)
    {
        int status = line.Fields.Status;
        _statusCodes.Add(status, time);
        long? bytes = LogStatusCode.ReadBytes(in line);
        TimeSpan? duration = line.ParseDuration();
        AddRequest(in line, bytes, duration);
        if (!line.Fields.Client.IsEmpty)
        {
            AddClient(TextOf(in line, line.Fields.Client), status);
        }

        UserAgents.Add(in line);
        AddBytes(bytes);
        if (duration is TimeSpan known)
        {
            Durations.Add(known);
        }
    }

    public void Add(LogStatusCode response)
    {
        _statusCodes.Add(response.Code, response.Timestamp);
        if (!string.IsNullOrEmpty(response.RawUrl))
        {
            Requests.Add(
                Encoding.UTF8.GetBytes(response.RawMethod ?? string.Empty), RequestTemplate.WithoutQuery(Encoding.UTF8.GetBytes(response.RawUrl)), response.Code, response.Bytes, response.Duration);
        }

        if (response.RawClient is not null)
        {
            AddClient(Encoding.UTF8.GetBytes(response.RawClient), response.Code);
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
        state.AllRequests.AddTo(Requests);
        state.Clients.AddTo(Clients);
        state.ClientErrors.AddTo(ClientErrors);
        state.ServerErrors.AddTo(ServerErrors);
        Array.ForEach(state.UserAgents, agent => UserAgents.Add(agent.Family, agent.Count, agent.Errors));
        Array.ForEach([.. state.Protocols], protocol => Protocols.Add(protocol.Key, protocol.Value));
        Durations.Add(state.Durations, state.MaxDuration);
        AddBytes(state.ResponseBytes);
    }

    public void Merge(ResponseCounter other)
    {
        _statusCodes.Merge(other._statusCodes);
        Requests.Merge(other.Requests);
        Clients.Merge(other.Clients);
        ClientErrors.Merge(other.ClientErrors);
        ServerErrors.Merge(other.ServerErrors);
        UserAgents.Merge(other.UserAgents);
        Protocols.Merge(other.Protocols);
        Durations.Merge(other.Durations);
        AddBytes(other.ResponseBytes);
    }

    /// <summary>Counts a request by its endpoint. In a request line, method and URL are one text already.</summary>
    private void AddRequest(in LogLine line, long? bytes, TimeSpan? duration)
    {
        HttpRequest request = HttpRequest.Of(in line);
        if (request.Url.IsEmpty)
        {
            return;
        }

        if (line.Fields.Request.End > request.Url.End)
        {
            Protocols.Add(line.Plain[request.Url.End..line.Fields.Request.End]);
        }

        ReadOnlySpan<byte> path = RequestTemplate.WithoutQuery(TextOf(in line, request.Url));
        bool isOneText = request.Url.Start == request.Method.End + 1 && !request.Method.IsEmpty && !line.Fields.HasEscapes && line.Plain[request.Method.End] == ' ';
        if (isOneText)
        {
            Requests.Add(line.Plain.Slice(request.Method.Start, request.Method.Length + 1 + path.Length), line.Fields.Status, bytes, duration);
        }
        else
        {
            Requests.Add(request.Method.Of(line.Plain), path, line.Fields.Status, bytes, duration);
        }
    }

    /// <summary>Errors are few, so that counting them again by their clients costs little.</summary>
    private void AddClient(ReadOnlySpan<byte> client, int status)
    {
        Clients.Add(client);
        if (status >= 500)
        {
            ServerErrors.Add(client);
        }
        else if (status >= 400)
        {
            ClientErrors.Add(client);
        }
    }

    private void AddBytes(long? bytes)
    {
        if (bytes is long size)
        {
            ResponseBytes = CountLimits.Sum(ResponseBytes.GetValueOrDefault(), size);
        }
    }

    private static ReadOnlySpan<byte> TextOf(in LogLine line, ByteRange field)
    {
        ReadOnlySpan<byte> text = field.Of(line.Plain);
        return line.Fields.HasEscapes && text.Contains((byte)'\\') ? Encoding.UTF8.GetBytes(line.Decode(field)!) : text;
    }
}
