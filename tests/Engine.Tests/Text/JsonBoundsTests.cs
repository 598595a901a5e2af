using System.Text;
using System.Text.Json;
using LogAnalysis.Text;
using Xunit;

namespace LogAnalysis.Tests.Text;

/// <summary>JSON from elsewhere is read once to see how much it holds.</summary>
public sealed class JsonBoundsTests
{
    private static readonly JsonBounds Bounds = new(maxItems: 3, maxValues: 20, ("long", 5), ("short", 1));

    [Theory]
    [InlineData("""{"other":[1,2,3],"long":[1,2,3,4,5],"short":[1]}""")]
    [InlineData("""{"long":[[1,2,3],{"a":1,"b":2,"c":3}]}""")]
    [InlineData("""[1,2,3]""")]
    [InlineData("""{"a":"\u0000[[[[[[[[["}""")]
    public void What_is_within_bounds_passes(string json) => Assert.All(Ways(json), check => check());

    [Theory]
    [InlineData("""{"other":[1,2,3,4]}""")]
    [InlineData("""{"other":{"a":1,"b":1,"c":1,"d":1}}""")]
    [InlineData("""{"LONG":[1,2,3,4,5,6]}""")]
    [InlineData("""{"short":[{},{}]}""")]
    [InlineData("""{"long":[[1,2,3,4]]}""")]
    [InlineData("""{"long":[[[1,2,3],[1,2,3],[1,2,3]],[[1,2,3],[1,2,3]]]}""")]
    [InlineData("""[1,2,3,4]""")]
    [InlineData("""{"a":1,"b":1,"c":1,"d":1}""")]
    public void What_exceeds_them_is_refused(string json) =>
        Assert.All(Ways(json), check => Assert.Contains("more than can be", Assert.Throws<JsonException>(check).Message, StringComparison.Ordinal));

    [Theory]
    [InlineData("")]
    [InlineData("[1,2")]
    [InlineData("{1}")]
    [InlineData("""{"\u006cong":[]}""")]
    [InlineData("""{"läng":[]}""")]
    public void What_is_no_JSON_is_refused(string json) => Assert.All(Ways(json), check => Assert.ThrowsAny<JsonException>(check));

    [Fact]
    public void A_text_may_be_long_and_not_without_end()
    {
        Bounds.Check(new MemoryStream(Encoding.UTF8.GetBytes($"[\"{new string('x', 1_000_000)}\"]")));
        Assert.Throws<JsonException>(() => Bounds.Check(new MemoryStream(Encoding.UTF8.GetBytes($"[\"{new string('x', 3_000_000)}\"]"))));
    }

    private static Action[] Ways(string json)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(json);
        return [() => Bounds.Check(bytes), () => Bounds.Check(new MemoryStream(bytes)), () => Bounds.Check(new ByteByByte(bytes))];
    }

    private sealed class ByteByByte(byte[] bytes) : ForwardStream
    {
        private int _next;

        public override int Read(Span<byte> buffer)
        {
            if (_next == bytes.Length)
            {
                return 0;
            }

            buffer[0] = bytes[_next++];
            return 1;
        }
    }
}
