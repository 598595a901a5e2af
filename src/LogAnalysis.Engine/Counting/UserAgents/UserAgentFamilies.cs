using System.Text;

namespace LogAnalysis.Counting;

/// <summary>
/// The kinds of user agents that are told apart: a short list of what is frequent, since a complete one grows old. Each browser claims to be others, too, so that the order decides.
/// </summary>
/// <remarks>
/// Sources: RFC 9110, 10.1.5 (<c>User-Agent</c>); MDN, "Browser detection using the user agent"; the documentation of the robots for the names that they give themselves.
/// </remarks>
internal static class UserAgentFamilies
{
    /// <summary>What is behind the first bytes, up to this length, decides nothing.</summary>
    private const int MaxLength = 512;

    private static readonly UserAgentFamily[] Known =
    [
        // Programs that begin as a browser does, or have the name of a robot's library.
        Program("PowerShell", "powershell/"),
        Bot("Health check", "kube-probe/ elb-healthchecker/ googlehc/ route53-health-check haproxy/ health-check healthcheck prometheus/ blackbox uptimerobot pingdom statuscake site24x7 datadog zabbix nagios check_http"),
        Bot("Googlebot", "googlebot googleother google-inspectiontool adsbot-google mediapartners-google apis-google"),
        Bot("Bingbot", "bingbot bingpreview msnbot adidxbot"),
        Bot("YandexBot", "yandexbot yandex.com/bots"),
        Bot("Baiduspider", "baiduspider"),
        Bot("DuckDuckBot", "duckduckbot"),
        Bot("Applebot", "applebot"),
        Bot("AhrefsBot", "ahrefsbot ahrefssiteaudit"),
        Bot("SemrushBot", "semrushbot"),
        Bot("MJ12bot", "mj12bot"),
        Bot("DotBot", "dotbot"),
        Bot("PetalBot", "petalbot"),
        Bot("Bytespider", "bytespider"),
        Bot("Amazonbot", "amazonbot"),
        Bot("GPTBot", "gptbot oai-searchbot chatgpt-user"),
        Bot("ClaudeBot", "claudebot claude-user claude-searchbot"),
        Bot("PerplexityBot", "perplexitybot perplexity-user"),
        Bot("CCBot", "ccbot"),
        Bot("Facebook", "facebookexternalhit facebookcatalog meta-externalagent"),
        Bot("Twitterbot", "twitterbot"),
        Bot("LinkedInBot", "linkedinbot"),
        Bot("Slackbot", "slackbot slack-imgproxy"),
        Bot("Discordbot", "discordbot"),
        Bot("TelegramBot", "telegrambot"),
        Bot("Other bot", "crawl spider slurp scrapy scanner archiver nmap nuclei zgrab masscan"),
        Program("Edge", "edg/ edga/ edgios/ edge/"),
        Program("Opera", "opr/ opera opios/"),
        Program("Samsung Internet", "samsungbrowser/"),
        Program("Firefox", "firefox/ fxios/"),
        Program("Chrome", "chrome/ chromium/ crios/"),
        Program("Internet Explorer", "msie trident/"),
        Program("Safari", "safari/ applewebkit/"),
        Program("curl", "curl/"),
        Program("Wget", "wget"),
        Program("Go", "go-http-client/ go-resty/"),
        Program("Python", "python aiohttp/"),
        Program("Java", "java/ java-http-client/ apache-httpclient/ okhttp/ jersey/"),
        Program("Node.js", "node.js node-fetch undici axios/"),
        Program("PHP", "php/ guzzlehttp/"),
        Program("Ruby", "ruby faraday"),
        Program("Other", string.Empty),
        Program("None", string.Empty),
    ];

    private static readonly int OtherBot = IndexOf("Other bot");
    private static readonly int Other = IndexOf("Other");
    private static readonly int None = IndexOf("None");

    /// <summary>How many there are.</summary>
    public static int Count => Known.Length;

    /// <summary>A kind by its number.</summary>
    public static UserAgentFamily At(int number) => Known[number];

    /// <summary>The number of a kind by its name, <c>Other</c> for one that is not known, as a later version may have.</summary>
    public static int Find(string name) => IndexOf(name) is >= 0 and int number ? number : Other;

    /// <summary>The number of the kind that a user agent is of.</summary>
    public static int Classify(ReadOnlySpan<byte> agent)
    {
        if (agent is [] or [(byte)'-'])
        {
            return None;
        }

        Span<byte> buffer = stackalloc byte[MaxLength];
        agent = agent[..Math.Min(agent.Length, MaxLength)];
        ReadOnlySpan<byte> small = Ascii.ToLower(agent, buffer, out int length) == System.Buffers.OperationStatus.Done ? buffer[..length] : agent;
        for (int number = 0; number < Known.Length; number++)
        {
            if (Known[number].Matches(small) || (number == OtherBot && NamesBot(small)))
            {
                return number;
            }
        }

        return Other;
    }

    /// <summary>Whether it says that it is a robot. Cubot makes telephones.</summary>
    private static bool NamesBot(ReadOnlySpan<byte> agent)
    {
        for (int at = 0; agent[at..].IndexOf("bot"u8) is >= 0 and int hit; at += hit + 1)
        {
            if (!agent[..(at + hit)].EndsWith("cu"u8))
            {
                return true;
            }
        }

        return false;
    }

    private static int IndexOf(string name) => Array.FindIndex(Known, family => family.Name == name);

    private static UserAgentFamily Bot(string name, string marks) => new(name, isBot: true, marks);

    private static UserAgentFamily Program(string name, string marks) => new(name, isBot: false, marks);
}
