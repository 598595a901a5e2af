using System.Text;
using LogAnalysis.Counting;
using Xunit;

namespace LogAnalysis.Tests.Counting;

public sealed class TemplateCacheTests
{
    private const int Variants = 8;

    [Fact]
    public void A_request_has_the_same_mask_whether_it_was_seen_before_or_not()
    {
        var random = new Random(7);
        var cache = new TemplateCache();
        for (int i = 0; i < 60_000; i++)
        {
            byte[] method = random.Next(50) == 0 ? new byte[random.Next(60)] : random.GetItems([.. "GP"u8], 2);
            byte[] url = Encoding.UTF8.GetBytes($"/{new string('x', random.Next(20) == 0 ? 2000 : 3)}/{random.Next(40_000)}{(random.Next(2) == 0 ? "?q" : string.Empty)}");
            int status = random.Next(100, 600);
            Assert.Equal(RequestTemplate.Apply(method, url, status), cache.OfRequest(method, url, status));
        }
    }

    [Fact]
    public void A_message_has_the_same_mask_and_values_whether_one_with_other_digits_was_seen_before_or_not()
    {
        var random = new Random(11);
        string[] messages =
        [
            .. Directory.EnumerateFiles(RepositoryRoot.Combine("tests", "cases", "patterns")).Order(StringComparer.Ordinal).SelectMany(File.ReadLines),
            .. (string[])["charset UTF-8", "3-des 3des", "SHA-256 of 12", "x86_64 86", "v1 1.2.3 10.0.0.7:80", "2 Jan 2024 at 03:04:05.678", "<5> [1,2] 0x1f", "1_000 and 1e5 2 ms"],
            .. Enumerable.Range(0, 4000).Select(_ => new string(random.GetItems<char>("0123456789.-_:/ axvA%,()", random.Next(1, 60)))),
        ];
        var cache = new TemplateCache();
        var (values, expected) = (new MessageValues(), new MessageValues());
        foreach (string message in messages.SelectMany(message => Enumerable.Range(0, Variants).Select(_ => WithOtherDigits(message, random))))
        {
            byte[] bytes = Encoding.UTF8.GetBytes(message);
            string template = MessageTemplate.Apply(bytes, expected);
            Assert.Equal((message, template), (message, MessageTemplate.Apply(bytes, values, cache)));
            Assert.Equal(ToTexts(expected), ToTexts(values));
        }
    }

    private static string WithOtherDigits(string message, Random random) => new([.. message.Select(each => char.IsAsciiDigit(each) ? (char)('0' + random.Next(10)) : each)]);

    private static string[] ToTexts(MessageValues values) => [.. Enumerable.Range(0, values.Count).Select(i => $"{values.LookOf(i)} {Encoding.UTF8.GetString(values[i])}")];
}
