using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LogAnalysis.Tests.Browser;

/// <summary>The connection to a browser: commands with their answers, and events.</summary>
/// <remarks>Source: Chrome DevTools Protocol, https://chromedevtools.github.io/devtools-protocol/.</remarks>
internal sealed class DevTools : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> _waiting = [];
    private readonly ConcurrentQueue<BrowserEvent> _events = [];
    private Task _receiving = Task.CompletedTask;
    private int _lastId;

    private DevTools()
    {
    }

    /// <summary>Everything that has happened so far, in order.</summary>
    public IReadOnlyCollection<BrowserEvent> Events => _events;

    public static async Task<DevTools> ConnectAsync(Uri address)
    {
        var tools = new DevTools();
        await tools._socket.ConnectAsync(address, CancellationToken.None).WaitAsync(Deadline);
        tools._receiving = tools.ReceiveAsync();
        return tools;
    }

    /// <summary>Sends a command and gives its answer.</summary>
    public async Task<JsonElement> SendAsync(string method, JsonObject? parameters = null, string? session = null)
    {
        int id = Interlocked.Increment(ref _lastId);
        TaskCompletionSource<JsonElement> answer = _waiting[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var command = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters ?? [] };
        if (session is not null)
        {
            command["sessionId"] = session;
        }

        byte[] message = JsonSerializer.SerializeToUtf8Bytes(command);
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }

        JsonElement reply = await answer.Task.WaitAsync(Deadline);
        return reply.TryGetProperty("error", out JsonElement error)
            ? throw new InvalidOperationException($"{method}: {error}")
            : reply.GetProperty("result");
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _receiving;
        _socket.Dispose();
        _sending.Dispose();
    }

    private async Task ReceiveAsync()
    {
        try
        {
            while (true)
            {
                Take(await ReceiveMessageAsync());
            }
        }
        catch (Exception end) when (end is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            foreach (TaskCompletionSource<JsonElement> answer in _waiting.Values)
            {
                answer.TrySetException(new IOException("The browser has closed the connection.", end));
            }
        }
    }

    private async Task<JsonElement> ReceiveMessageAsync()
    {
        using var message = new MemoryStream();
        byte[] block = new byte[64 * 1024];
        WebSocketReceiveResult received;
        do
        {
            received = await _socket.ReceiveAsync(block, CancellationToken.None);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                throw new WebSocketException(WebSocketError.ConnectionClosedPrematurely);
            }

            message.Write(block, 0, received.Count);
        }
        while (!received.EndOfMessage);

        return JsonSerializer.Deserialize<JsonElement>(message.GetBuffer().AsSpan(0, (int)message.Length));
    }

    private void Take(JsonElement message)
    {
        if (message.TryGetProperty("id", out JsonElement id))
        {
            if (_waiting.TryRemove(id.GetInt32(), out TaskCompletionSource<JsonElement>? answer))
            {
                answer.SetResult(message);
            }

            return;
        }

        string? session = message.TryGetProperty("sessionId", out JsonElement value) ? value.GetString() : null;
        _events.Enqueue(new BrowserEvent(session, message.GetProperty("method").GetString()!, message.GetProperty("params")));
    }
}
