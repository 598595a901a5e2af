using System.Diagnostics;
using Xunit;

namespace LogAnalysis.Tests.Browser;

/// <summary>A headless Chromium with an empty profile of its own, for the tests of one class.</summary>
public sealed class Chromium : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--remote-debugging-port=0", "about:blank",
    ];

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private readonly TempFolder _profile = new();
    private Process? _process;
    private DevTools? _tools;

    /// <summary>Why tests that need a browser are skipped; null where there is one.</summary>
    public static string? Missing { get; } = Find() is null ? "needs Chromium, and there is no chromium on the path" : null;

    /// <summary>Starts it. Where there is none, nothing happens: the tests are skipped.</summary>
    public async Task InitializeAsync()
    {
        if (Find() is not string program)
        {
            return;
        }

        _process = Process.Start(new ProcessStartInfo(program, [.. Flags, $"--user-data-dir={_profile.Path}"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        _process.ErrorDataReceived += (_, _) => { };
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        _tools = await DevTools.ConnectAsync(await ReadAddressAsync());
    }

    /// <summary>Opens a page in a tab of its own.</summary>
    internal Task<BrowserPage> OpenAsync(string file, BrowserView view) => BrowserPage.OpenAsync(_tools!, new Uri(file), view);

    /// <summary>Ends it, with what it has started.</summary>
    public async Task DisposeAsync()
    {
        if (_tools is not null)
        {
            await _tools.DisposeAsync();
        }

        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
    }

    /// <summary>Removes its profile, when it has ended.</summary>
    public void Dispose()
    {
        _process?.Dispose();
        try
        {
            _profile.Dispose();
        }
        catch (IOException)
        {
            // One of its processes writes while it ends; the system empties its folder for such files.
        }
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    /// <summary>The address that it writes to its profile when it listens: the port in one line, the path in the next.</summary>
    private async Task<Uri> ReadAddressAsync()
    {
        string file = _profile.Combine("DevToolsActivePort");
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Deadline && !_process!.HasExited; await Task.Delay(20))
        {
            string[] lines = File.Exists(file) ? await File.ReadAllLinesAsync(file) : [];
            if (lines.Length >= 2)
            {
                return new Uri($"ws://127.0.0.1:{lines[0]}{lines[1]}");
            }
        }

        throw new TimeoutException("Chromium was started and does not listen.");
    }
}
