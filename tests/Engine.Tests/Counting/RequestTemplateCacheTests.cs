using System.Text;
using LogAnalysis.Counting;
using Xunit;

namespace LogAnalysis.Tests.Counting;

public sealed class RequestTemplateCacheTests
{
    [Fact]
    public void A_request_has_the_same_mask_whether_it_was_seen_before_or_not()
    {
        var random = new Random(7);
        var cache = new RequestTemplateCache();
        for (int i = 0; i < 60_000; i++)
        {
            byte[] method = random.Next(50) == 0 ? new byte[random.Next(60)] : random.GetItems([.. "GP"u8], 2);
            byte[] url = Encoding.UTF8.GetBytes($"/{new string('x', random.Next(20) == 0 ? 2000 : 3)}/{random.Next(40_000)}{(random.Next(2) == 0 ? "?q" : string.Empty)}");
            int status = random.Next(100, 600);
            Assert.Equal(RequestTemplate.Apply(method, url, status), cache.Apply(method, url, status));
        }
    }
}
