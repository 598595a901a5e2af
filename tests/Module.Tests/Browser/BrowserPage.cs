using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LogAnalysis.Tests.Browser;

/// <summary>A page that is open in a tab of its own.</summary>
internal sealed class BrowserPage : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private readonly DevTools _tools;
    private readonly string _target;
    private readonly string _session;

    private BrowserPage(DevTools tools, string target, string session) => (_tools, _target, _session) = (tools, target, session);

    /// <summary>What the browser asked for to show the page, itself included.</summary>
    public IEnumerable<string> Requests => Events("Network.requestWillBeSent").Select(sent => sent.GetProperty("request").GetProperty("url").GetString()!);

    /// <summary>The directives of the page's policy that something on it would have violated.</summary>
    public IEnumerable<string> Violations => Events("Audits.issueAdded")
        .Select(added => added.GetProperty("issue").GetProperty("details"))
        .Where(details => details.TryGetProperty("contentSecurityPolicyIssueDetails", out _))
        .Select(details => details.GetProperty("contentSecurityPolicyIssueDetails").GetProperty("violatedDirective").GetString()!);

    /// <summary>What the browser writes to its console as errors.</summary>
    public IEnumerable<string> Complaints => Events("Log.entryAdded")
        .Select(added => added.GetProperty("entry"))
        .Where(entry => entry.GetProperty("level").GetString() == "error")
        .Select(entry => entry.GetProperty("text").GetString()!);

    /// <summary>Opens a page and waits until it is loaded.</summary>
    public static async Task<BrowserPage> OpenAsync(DevTools tools, Uri address, BrowserView view)
    {
        string target = (await tools.SendAsync("Target.createTarget", new() { ["url"] = "about:blank" })).GetProperty("targetId").GetString()!;
        JsonElement attached = await tools.SendAsync("Target.attachToTarget", new() { ["targetId"] = target, ["flatten"] = true });
        var page = new BrowserPage(tools, target, attached.GetProperty("sessionId").GetString()!);
        foreach (string domain in new[] { "Page", "Network", "Log", "Audits", "Runtime" })
        {
            await page.SendAsync($"{domain}.enable");
        }

        await page.ShowAsync(view);
        await page.SendAsync("Page.navigate", new() { ["url"] = address.AbsoluteUri });
        await WaitForAsync(() => page.Events("Page.loadEventFired").Any());
        return page;
    }

    /// <summary>Looks at the page in another way.</summary>
    public async Task ShowAsync(BrowserView view)
    {
        await SendAsync("Emulation.setDeviceMetricsOverride", new()
        {
            ["width"] = view.Width,
            ["height"] = view.Height,
            ["deviceScaleFactor"] = view.IsPhone ? 2 : 1,
            ["mobile"] = view.IsPhone,
        });
        await SendAsync("Emulation.setEmulatedMedia", new()
        {
            ["media"] = view.Media,
            ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = view.Scheme }),
        });
    }

    /// <summary>The value of an expression of JavaScript. The page's policy does not bind the debugger.</summary>
    public async Task<JsonElement> EvaluateAsync(string expression)
    {
        JsonElement answer = await SendAsync("Runtime.evaluate", new() { ["expression"] = expression, ["returnByValue"] = true });
        return answer.TryGetProperty("exceptionDetails", out JsonElement exception)
            ? throw new InvalidOperationException(exception.ToString())
            : answer.GetProperty("result").TryGetProperty("value", out JsonElement value) ? value : default;
    }

    /// <summary>What one of the scripts in the folder <c>Checks</c> finds: a value, or a list of what is wrong.</summary>
    public async Task<T> CheckAsync<T>(string script) =>
        (await EvaluateAsync(await File.ReadAllTextAsync(RepositoryRoot.Combine("tests", "Module.Tests", "Browser", "Checks", script)))).Deserialize<T>()!;

    /// <summary>Keeps a picture of the whole page.</summary>
    public async Task ScreenshotAsync(string file)
    {
        JsonElement picture = await SendAsync("Page.captureScreenshot", new() { ["format"] = "png", ["captureBeyondViewport"] = true });
        await SaveAsync(file, picture);
    }

    /// <summary>Keeps the page as it is printed.</summary>
    public async Task PrintAsync(string file) => await SaveAsync(file, await SendAsync("Page.printToPDF", new() { ["printBackground"] = true }));

    /// <summary>Waits until a condition holds.</summary>
    public static async Task WaitForAsync(Func<bool> condition)
    {
        for (var clock = Stopwatch.StartNew(); !condition(); await Task.Delay(5))
        {
            if (clock.Elapsed > Deadline)
            {
                throw new TimeoutException("The browser has not done in time what was expected.");
            }
        }
    }

    public async ValueTask DisposeAsync() => await _tools.SendAsync("Target.closeTarget", new() { ["targetId"] = _target });

    private static async Task SaveAsync(string file, JsonElement answer)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllBytesAsync(file, answer.GetProperty("data").GetBytesFromBase64());
    }

    private Task<JsonElement> SendAsync(string method, JsonObject? parameters = null) => _tools.SendAsync(method, parameters, _session);

    private IEnumerable<JsonElement> Events(string method) =>
        _tools.Events.Where(happened => happened.Session == _session && happened.Method == method).Select(happened => happened.Parameters);
}
