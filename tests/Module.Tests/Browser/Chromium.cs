using PuppeteerSharp;
using Xunit;

namespace LogAnalysis.Tests.Browser;

/// <summary>The machine's own Chromium, headless and with an empty profile, for the tests of one class. None is ever downloaded.</summary>
public sealed class Chromium : IAsyncLifetime, IDisposable
{
    /// <summary>For a machine that does much else at the same time.</summary>
    private const int StartTimeout = 180_000;

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private readonly TempFolder _profile = new();
    private IBrowser? _browser;

    /// <summary>Why tests that need a browser are skipped; null where there is one.</summary>
    public static string? Missing { get; } = Find() is null ? $"needs Chromium: none of {string.Join(", ", Names)} is on the path" : null;

    public async Task InitializeAsync()
    {
        if (Find() is string program)
        {
            _browser = await Puppeteer.LaunchAsync(new LaunchOptions
            {
                ExecutablePath = program,
                Args = Flags,
                UserDataDir = _profile.Path,
                Timeout = StartTimeout,
                ProtocolTimeout = StartTimeout,
            });
        }
    }

    /// <summary>Opens a page in a tab of its own.</summary>
    internal async Task<BrowserPage> OpenAsync(string file, BrowserView view) => await BrowserPage.OpenAsync(await _browser!.NewPageAsync(), new Uri(file), view);

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }
    }

    /// <summary>Removes the profile, when the browser has ended.</summary>
    public void Dispose()
    {
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
}
