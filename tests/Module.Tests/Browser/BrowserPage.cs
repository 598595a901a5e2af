using System.Collections.Concurrent;
using System.Diagnostics;
using PuppeteerSharp;

namespace LogAnalysis.Tests.Browser;

/// <summary>A page that is open in a tab of its own, and what the browser said of it.</summary>
internal sealed class BrowserPage : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(120);

    private readonly IPage _page;
    private readonly ConcurrentQueue<string> _requests = [];
    private readonly ConcurrentQueue<string> _complaints = [];

    private BrowserPage(IPage page)
    {
        _page = page;
        page.DefaultTimeout = page.DefaultNavigationTimeout = (int)Deadline.TotalMilliseconds;
        page.Request += (_, sent) => _requests.Enqueue(sent.Request.Url);
        page.Console += (_, said) =>
        {
            if (said.Message.Type == ConsoleType.Error)
            {
                _complaints.Enqueue(said.Message.Text);
            }
        };
    }

    /// <summary>What the browser asked for to show the page, itself included.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    /// <summary>What the browser writes to its console as errors.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <summary>Opens a page and waits until it is loaded.</summary>
    public static async Task<BrowserPage> OpenAsync(IPage tab, Uri address, BrowserView view)
    {
        var page = new BrowserPage(tab);
        await tab.EvaluateExpressionOnNewDocumentAsync(
            "window.violations = []; document.addEventListener('securitypolicyviolation', happened => window.violations.push(happened.effectiveDirective))");
        await page.ShowAsync(view);
        await tab.GoToAsync(address.AbsoluteUri);
        return page;
    }

    /// <summary>The directives of the page's policy that something on it would have violated.</summary>
    public Task<string[]> FindViolationsAsync() => EvaluateAsync<string[]>("window.violations");

    /// <summary>Looks at the page in another way.</summary>
    public async Task ShowAsync(BrowserView view)
    {
        await _page.SetViewportAsync(new ViewPortOptions { Width = view.Width, Height = view.Height, DeviceScaleFactor = view.IsPhone ? 2 : 1, IsMobile = view.IsPhone });
        await _page.EmulateMediaTypeAsync(view.Media);
        await _page.EmulateMediaFeaturesAsync([new MediaFeatureValue { MediaFeature = MediaFeature.PrefersColorScheme, Value = view.Scheme }]);
    }

    /// <summary>The value of an expression of JavaScript. The page's policy does not bind the debugger.</summary>
    public Task<T> EvaluateAsync<T>(string expression) => _page.EvaluateExpressionAsync<T>(expression);

    /// <summary>What one of the scripts in the folder <c>Checks</c> finds: a value, or a list of what is wrong.</summary>
    public async Task<T> CheckAsync<T>(string script) =>
        await EvaluateAsync<T>(await File.ReadAllTextAsync(RepositoryRoot.Combine("tests", "Module.Tests", "Browser", "Checks", script)));

    /// <summary>Keeps a picture of the whole page.</summary>
    public async Task ScreenshotAsync(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await _page.ScreenshotAsync(file, new ScreenshotOptions { FullPage = true });
    }

    /// <summary>Keeps the page as it is printed.</summary>
    public async Task PrintAsync(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await _page.PdfAsync(file, new PdfOptions { PrintBackground = true });
    }

    /// <summary>Waits until a condition holds.</summary>
    public static async Task WaitForAsync(Func<Task<bool>> condition)
    {
        for (var clock = Stopwatch.StartNew(); !await condition(); await Task.Delay(5))
        {
            if (clock.Elapsed > Deadline)
            {
                throw new TimeoutException("The browser has not done in time what was expected.");
            }
        }
    }

    public async ValueTask DisposeAsync() => await _page.CloseAsync();
}
