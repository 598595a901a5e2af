using System.Text;
using LogAnalysis.Text;
using Xunit;

namespace LogAnalysis.Tests.Text;

/// <summary>The sieve may let a text through that has none of the phrases, and never keeps one back that has.</summary>
public sealed class PhraseSieveTests
{
    private static readonly string[] Phrases = ["err", "fail", "connection refused", "is denied", "can't", "ora-", "out of memory", "not found", "panic", "traceback", "no such file or directory"];

    [Theory]
    [InlineData("err")]
    [InlineData("fail")]
    [InlineData("connection refused")]
    [InlineData("is denied")]
    [InlineData("can't")]
    [InlineData("ora-")]
    [InlineData("no such file or directory")]
    public void A_phrase_is_found_wherever_it_is_and_whatever_its_case(string phrase)
    {
        var sieve = new PhraseSieve(Phrases);
        foreach (string written in new[] { phrase, phrase.ToUpperInvariant(), char.ToUpperInvariant(phrase[0]) + phrase[1..] })
        {
            for (int before = 0; before < 40; before++)
            {
                for (int after = 0; after < 20; after++)
                {
                    string text = new string('.', before) + written + new string('.', after);
                    Assert.True(sieve.MayOccur(Encoding.ASCII.GetBytes(text)), text);
                }
            }
        }
    }

    [Theory]
    [InlineData("synchronised Account with partner 167: 6453 new, 815 changed")]
    [InlineData("connection from 192.0.2.7 port 51210 is done, no such luck")]
    [InlineData("the connection was refused by nobody, and nobody is den")]
    public void A_long_text_without_any_of_the_phrases_is_kept_back(string text) =>
        Assert.True(!NibbleTable.IsSupported || !new PhraseSieve(Phrases).MayOccur(Encoding.ASCII.GetBytes(text)));
}
