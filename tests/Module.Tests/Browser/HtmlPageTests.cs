using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using LogAnalysis.Files;
using LogAnalysis.Reading;
using LogAnalysis.Reporting;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Browser;

/// <summary>The page of a report as people see it, in a real browser. What it looks like is kept in <c>out/screenshots</c>.</summary>
public sealed partial class HtmlPageTests(Chromium browser) : IClassFixture<Chromium>, IDisposable
{
    private const string Hostile = "hostile";
    private const int MaxPrintedPages = 3;

    private readonly TempFolder _folder = new();

    private static readonly string[] RealLogs = LabelledLogs.Missing is null ? ["access/apache_5k.log", "loghub/Hadoop_2k.log"] : [];

    public static TheoryData<string> Logs => ["samples/*", "samples/access.log", "samples/app.log", "samples/jobs.jsonl", Hostile, .. GeneratedLogs.Names, .. RealLogs];

    [ChromiumTheory]
    [MemberData(nameof(Logs))]
    public async Task A_page_fits_every_window_and_can_be_read_in_every_light(string log)
    {
        string page = Export(log).Page;
        await using BrowserPage shown = await browser.OpenAsync(page, BrowserView.Light);
        foreach (BrowserView view in BrowserView.All)
        {
            await shown.ShowAsync(view);
            await shown.ScreenshotAsync(Picture(log, view.Name + ".png"));
            foreach (bool open in new[] { false, true })
            {
                await shown.EvaluateAsync<object>($"document.querySelectorAll('details').forEach(part => part.open = {(open ? "true" : "false")})");
                Assert.Empty((await shown.CheckAsync<string[]>("overflow.js")).Select(wrong => $"{view.Name}: {wrong}"));
                Assert.Empty((await shown.CheckAsync<string[]>("contrast.js")).Select(wrong => $"{view.Name}: {wrong}"));
                Assert.Empty((await shown.CheckAsync<string[]>("lines.js")).Select(wrong => $"{view.Name}: {wrong}"));
            }

            await shown.EvaluateAsync<object>("document.querySelectorAll('details').forEach(part => part.open = false)");
        }

        await shown.PrintAsync(Picture(log, "print.pdf"));
        if (log != Hostile)
        {
            Assert.InRange(PageNumber().Count(await File.ReadAllTextAsync(Picture(log, "print.pdf"), Encoding.Latin1)), 1, MaxPrintedPages);
        }

        Assert.Empty(await shown.CheckAsync<string[]>("structure.js"));
    }

    [ChromiumTheory]
    [MemberData(nameof(Logs))]
    public async Task A_page_asks_for_nothing_but_itself_and_breaks_none_of_its_own_rules(string log)
    {
        string page = Export(log).Page;
        await using BrowserPage shown = await browser.OpenAsync(page, BrowserView.Light);
        Assert.Equal([new Uri(page).AbsoluteUri], shown.Requests);
        Assert.Empty(await shown.FindViolationsAsync());
        Assert.Empty(shown.Complaints);
        Assert.Equal(0, await shown.EvaluateAsync<int>("document.scripts.length"));
    }

    [ChromiumTheory]
    [MemberData(nameof(Logs))]
    public void A_page_is_small_enough_to_be_mailed(string log)
    {
        if (log != Hostile)
        {
            Assert.InRange(new FileInfo(Export(log).Page).Length, 1, 200_000);
        }
    }

    [ChromiumTheory]
    [MemberData(nameof(Logs))]
    public async Task Its_figures_are_those_of_the_report(string log)
    {
        (LogReport report, string page) = Export(log);
        await using BrowserPage shown = await browser.OpenAsync(page, BrowserView.Light);
        Dictionary<string, string> figures = await shown.CheckAsync<Dictionary<string, string>>("figures.js");
        Dictionary<string, long> expected = ExpectedFigures.Of(report);
        Assert.Equal(expected.OrderBy(figure => figure.Key), figures
            .Where(figure => ExpectedFigures.Covers(figure.Key))
            .Select(figure => KeyValuePair.Create(figure.Key, long.Parse(figure.Value, CultureInfo.InvariantCulture)))
            .OrderBy(figure => figure.Key));
    }

    [ChromiumFact]
    public async Task A_script_that_gets_into_the_page_does_not_run()
    {
        const string Planted = """
            <script>document.documentElement.dataset.planted = 'script'</script>
            <img src="https://planted.invalid/x.png" onerror="document.documentElement.dataset.planted = 'handler'">
            <style>body { display: none }</style>
            """;
        string text = await File.ReadAllTextAsync(Export("samples/access.log").Page);
        Assert.Contains("</main>", text, StringComparison.Ordinal);
        string page = _folder.WriteText("planted.html", text.Replace("</main>", Planted + "</main>", StringComparison.Ordinal));
        await using BrowserPage shown = await browser.OpenAsync(page, BrowserView.Light);
        string[] expected = ["script-src-elem", "img-src", "style-src-elem"];
        await BrowserPage.WaitForAsync(async () => !expected.Except(await shown.FindViolationsAsync()).Any());
        Assert.Null(await shown.EvaluateAsync<string?>("document.documentElement.dataset.planted"));
        Assert.NotEqual("none", await shown.EvaluateAsync<string>("getComputedStyle(document.body).display"));
    }

    [ChromiumFact]
    public async Task A_script_that_is_planted_where_no_policy_forbids_it_runs_so_that_the_test_above_means_something()
    {
        string page = _folder.WriteText("free.html", "<!doctype html><main>x<script>document.documentElement.dataset.planted = 'script'</script></main>");
        await using BrowserPage shown = await browser.OpenAsync(page, BrowserView.Light);
        Assert.Equal("script", await shown.EvaluateAsync<string>("document.documentElement.dataset.planted"));
    }

    [ChromiumFact]
    public async Task The_checks_see_what_is_wrong()
    {
        string page = _folder.WriteText("wrong.html", """
            <!doctype html><main><h1>x</h1><h3>y</h3><table><tr><td>z</td></tr></table>
            <p style="width: 2000px">wide</p><p style="color: #999; background: #fff">pale</p>
            """ + string.Concat(Enumerable.Repeat("<p>text</p>", 20)) + "</main>");
        await using BrowserPage shown = await browser.OpenAsync(page, BrowserView.Phone);
        Assert.Contains(await shown.CheckAsync<string[]>("overflow.js"), wrong => wrong.Contains("wide", StringComparison.Ordinal));
        Assert.Contains("pale", Assert.Single(await shown.CheckAsync<string[]>("contrast.js")), StringComparison.Ordinal);
        string[] structure = await shown.CheckAsync<string[]>("structure.js");
        Assert.Contains("a heading of level 3 follows one of level 1", structure);
        Assert.Contains("a table has no caption: z", structure);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>What a PDF has for each of its pages.</summary>
    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex PageNumber();

    private static string Picture(string log, string name) =>
        RepositoryRoot.Combine("out", "screenshots", $"{Path.GetFileNameWithoutExtension(log.Replace('*', ' ').TrimEnd(' ', '/'))}-{name}");

    private (LogReport Report, string Page) Export(string log)
    {
        bool isHostile = log == Hostile;
        string source = isHostile ? HostileReports.Write(_folder) : GeneratedLogs.Names.Contains(log) ? GeneratedLogs.Write(log, _folder) : RealLogs.Contains(log) ? Path.Combine(LabelledLogs.Folder, log) : RepositoryRoot.Combine(log);
        string[] files = source.EndsWith('*') ? Directory.GetFiles(Path.GetDirectoryName(source)!) : [source];
        var report = new ReportBuilder(new ReportOptions { Top = isHostile ? 200 : ReportOptions.DefaultTop });
        Array.ForEach(files, file => LogFileReader.Read(file, ReadOptions.Default, report, NoProgress.Instance, CancellationToken.None));
        string page = _folder.Combine("report.html");
        using FileStream output = File.Create(page);
        ReportWriter.Write(report.Build(), ReportFormat.Html, output);
        return (report.Build(), page);
    }
}
