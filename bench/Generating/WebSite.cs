namespace LogAnalysis.Bench.Generating;

/// <summary>A shop in the web: what can be asked of it, and who asks.</summary>
internal sealed class WebSite
{
    private const int Pages = 4_000;
    private const int Visitors = 20_000;
    private const int IPv6Visitors = 500;

    private static readonly string[] Words =
        ["garden", "chair", "lamp", "oak", "blue", "summer", "sale", "desk", "paper", "clock", "travel", "kitchen", "glass", "round", "small", "new"];

    /// <summary>What can be asked of it, the most frequent first.</summary>
    public Skewed<WebPage> AllPages { get; }

    /// <summary>The addresses of its visitors; 500 of the 20,500 are of IPv6.</summary>
    public Skewed<string> AllVisitors { get; }

    /// <summary>Makes it up.</summary>
    public WebSite(Rng rng)
    {
        AllPages = new Skewed<WebPage>([.. Enumerable.Range(0, Pages).Select(number => MakePage(number, rng))]);
        AllVisitors = new Skewed<string>([.. Enumerable.Range(0, Visitors + IPv6Visitors).Select(number => MakeAddress(number, rng))]);
    }

    private static string MakeAddress(int number, Rng rng) => number % (Visitors / IPv6Visitors) == 7
        ? $"2001:db8:{rng.Below(65_536):x}::{1 + rng.Below(65_535):x}"
        : $"10.{rng.Below(256)}.{rng.Below(256)}.{1 + rng.Below(254)}";

    private static WebPage MakePage(int number, Rng rng)
    {
        string words = $"{rng.Pick(Words)}-{rng.Pick(Words)}";
        return rng.Below(100) switch
        {
            < 35 => new WebPage("GET", $"/static/{words}.{rng.Pick((string[])["css", "js", "png", "woff2"])}", rng.Happens(6000) ? 200 : 304, rng.Below(200_000)),
            < 60 => new WebPage("GET", $"/products/{words}-{number}", 200, 20_000 + rng.Below(20_000)),
            < 70 => new WebPage("GET", $"/category/{rng.Pick(Words)}/", 200, 30_000 + rng.Below(50_000)),
            < 78 => new WebPage("GET", $"/blog/20{10 + rng.Below(15)}/{words}.html", 200, 9_000 + rng.Below(30_000)),
            < 90 => new WebPage("GET", $"/api/v2/items/{number}", 200, 300 + rng.Below(2_000)),
            < 94 => new WebPage("POST", $"/api/v2/{rng.Pick(Words)}s", 201, 200 + rng.Below(500)),
            < 96 => new WebPage("POST", "/login", 302, 0),
            < 98 => new WebPage("HEAD", $"/products/{words}-{number}", 200, 0),
            < 99 => new WebPage("GET", $"/old/{words}.php", 301, 230),

            // False friends: a word and a number by which errors are looked for.
            _ => new WebPage("GET", $"/errors/{400 + rng.Below(105)}/index.html", 200, 1_500),
        };
    }
}
