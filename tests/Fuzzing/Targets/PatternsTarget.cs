using CsCheck;
using LogAnalysis.Counting;

namespace LogAnalysis.Tests.Fuzzing.Targets;

/// <summary>Whatever messages say: each is in one group, there are not more groups than messages, and their order does not matter.</summary>
internal sealed class PatternsTarget() : FuzzTarget("patterns")
{
    private const int MaxJoints = 2 * MessageTemplate.MaxParts;

    /// <inheritdoc/>
    public override Gen<byte[]> Inputs { get; } = Gen.Frequency((3, AnyBytes.Log), (1, AnyBytes.Pieces.Array[1, 20].Select(lines => lines.SelectMany(line => (byte[])[.. line, (byte)'\n']).ToArray())));

    /// <inheritdoc/>
    public override void Try(byte[] input)
    {
        string[] masks = [.. Lines(input).Select(line => MessageTemplate.Apply(line))];
        Promise.That(masks.All(mask => mask.Count(PatternToken.Joint.Equals) <= MaxJoints), "a pattern has no more words than that");
        LogErrorGroup[] groups = Group(masks);
        Promise.That(groups.Sum(group => group.Count) == masks.Length, "each message is in one group");
        Promise.Same([.. Group(Enumerable.Reverse(masks)).Select(Describe)], [.. groups.Select(Describe)], "the same messages in order");
    }

    private static IEnumerable<byte[]> Lines(byte[] input)
    {
        for (int at = 0; at < input.Length;)
        {
            int length = Array.IndexOf(input, (byte)'\n', at) is >= 0 and int end ? end - at : input.Length - at;
            yield return input[at..(at + length)];
            at += length + 1;
        }
    }

    private static LogErrorGroup[] Group(IEnumerable<string> masks)
    {
        var table = new PatternTable();
        foreach (string mask in masks)
        {
            table.GroupOf(mask).Add(new LogErrorGroup { Name = mask, Count = 1, Percent = 0, Level = LogLevel.Error, Example = mask, Paths = [] });
        }

        return table.ToGroups();
    }

    private static string Describe(LogErrorGroup group) => $"{group.Count} {group.Name} | {group.Example}";
}
