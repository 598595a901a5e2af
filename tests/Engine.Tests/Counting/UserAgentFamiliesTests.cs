using System.Text;
using LogAnalysis.Counting;
using Xunit;

namespace LogAnalysis.Tests.Counting;

/// <summary>Which kind of browser, program or robot a user agent is of.</summary>
public sealed class UserAgentFamiliesTests
{
    [Theory]
    [InlineData("Chrome", "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36")]
    [InlineData("Chrome", "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/124.0 Mobile/15E148 Safari/604.1")]
    [InlineData("Chrome", "Mozilla/5.0 (Linux; Android 9; CUBOT_X19) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Mobile Safari/537.36")]
    [InlineData("Edge", "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36 Edg/124.0.0.0")]
    [InlineData("Edge", "Mozilla/5.0+(Windows+NT+10.0;+Win64;+x64)+AppleWebKit/537.36+(KHTML,+like+Gecko)+Chrome/70.0+Safari/537.36+Edge/18.17763")]
    [InlineData("Opera", "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36 OPR/110.0.0.0")]
    [InlineData("Samsung Internet", "Mozilla/5.0 (Linux; Android 13; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/24.0 Chrome/117.0.0.0 Mobile Safari/537.36")]
    [InlineData("Firefox", "Mozilla/5.0 (X11; Linux x86_64; rv:125.0) Gecko/20100101 Firefox/125.0")]
    [InlineData("Safari", "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15")]
    [InlineData("Internet Explorer", "Mozilla/5.0+(Windows+NT+10.0;+WOW64;+Trident/7.0;+rv:11.0)+like+Gecko")]
    [InlineData("curl", "curl/8.5.0")]
    [InlineData("Wget", "Wget/1.21.4")]
    [InlineData("Go", "Go-http-client/2.0")]
    [InlineData("Python", "python-requests/2.31.0")]
    [InlineData("Python", "Python/3.12 aiohttp/3.9.5")]
    [InlineData("Java", "Apache-HttpClient/4.5.14 (Java/17.0.9)")]
    [InlineData("Java", "okhttp/4.12.0")]
    [InlineData("PowerShell", "Mozilla/5.0 (Windows NT; Windows NT 10.0; en-US) WindowsPowerShell/5.1.17763.1")]
    [InlineData("PowerShell", "Mozilla/5.0 (Linux; Debian GNU/Linux 12; en-US) PowerShell/7.4.2")]
    [InlineData("Node.js", "axios/1.6.8")]
    [InlineData("Other", "MyApp/1.0")]
    [InlineData("None", "-")]
    [InlineData("None", "")]
    public void Browsers_and_programs_are_told_apart(string family, string agent) => AssertFamily(family, isBot: false, agent);

    [Theory]
    [InlineData("Googlebot", "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)")]
    [InlineData("Googlebot", "Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0 Mobile Safari/537.36 (compatible; Googlebot/2.1)")]
    [InlineData("Bingbot", "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm) Chrome/116.0 Safari/537.36")]
    [InlineData("Health check", "kube-probe/1.29")]
    [InlineData("Health check", "ELB-HealthChecker/2.0")]
    [InlineData("Health check", "GoogleHC/1.0")]
    [InlineData("Other bot", "Mozilla/5.0 (compatible; ExampleBot/1.0)")]
    [InlineData("Other bot", "example-crawler (python-requests/2.31)")]
    [InlineData("Other bot", "Sogou web spider/4.0")]
    [InlineData("Other bot", "cubot robot")]
    public void Robots_are_told_apart_also_those_that_claim_to_be_browsers(string family, string agent) => AssertFamily(family, isBot: true, agent);

    [Fact]
    public void What_is_remembered_is_what_is_found()
    {
        var memory = new UserAgentMemory();
        string[] agents = [.. Enumerable.Range(0, 20_000).Select(i => i % 3 == 0 ? $"Mozilla/5.0 (X11; Linux x86_64; rv:{i}.0) Gecko/20100101 Firefox/{i}.0" : i % 3 == 1 ? $"curl/{i}" : new string('x', i % 700) + "Googlebot")];
        foreach (string agent in agents.Concat(agents.Take(100)).Concat(agents.Take(100)))
        {
            byte[] bytes = Encoding.UTF8.GetBytes(agent);
            Assert.Equal(UserAgentFamilies.Classify(bytes), memory.FamilyOf(bytes));
        }
    }

    [Fact]
    public void Bytes_that_are_no_text_are_of_some_kind() => Assert.Equal("Firefox", UserAgentFamilies.At(UserAgentFamilies.Classify([0xFF, .. "Firefox/1 firefox/1"u8])).Name);

    private static void AssertFamily(string family, bool isBot, string agent)
    {
        UserAgentFamily found = UserAgentFamilies.At(UserAgentFamilies.Classify(Encoding.UTF8.GetBytes(agent)));
        Assert.Equal((family, isBot), (found.Name, found.IsBot));
    }
}
