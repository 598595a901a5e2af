using System.Buffers;
using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>A row of <c>kubectl get events</c>: how long ago, type, reason, object, message.</summary>
/// <remarks>Source: Kubernetes API, Event, <c>type</c>: Normal or Warning, whatever the message says.</remarks>
internal sealed class KubernetesEventsFormat() : LogFormat(
    "kubernetes-events",
    "Events as kubectl get events prints them",
    "2m          Warning   BackOff            pod/shop-5d8f                 Back-off restarting the container")
{
    private const int MaxWordsOfCount = 3;

    private static readonly SearchValues<byte> AgeBytes = SearchValues.Create("0123456789dhmsy"u8);

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.None;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Digits + "abcdefghijklmnopqrstuvwxyz<";

    /// <inheritdoc/>
    internal override bool MayBegin(LineBeginning beginning) => beginning != LineBeginning.Prose;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        if (!BeginsWithAge(line, out int age))
        {
            return false;
        }

        int warning = line.IndexOf(" Warning  "u8);
        int type = warning > 0 ? warning : line.IndexOf(" Normal  "u8);
        if (type < age || CountWords(line[age..type]) > MaxWordsOfCount)
        {
            return false;
        }

        var words = new WordReader(line, type);
        words.Next();
        words.Next();
        ByteRange target = words.Next();
        ByteRange message = words.Remaining;
        if (!target.Of(line).Contains((byte)'/') || message.IsEmpty)
        {
            return false;
        }

        fields = default;
        fields.HasLevel = true;
        fields.Level = warning > 0 ? LogLevel.Warning : LogLevel.Information;
        fields.Message = message;
        return true;
    }

    /// <summary><c>2m</c>, <c>3m15s</c>, perhaps behind the name of a namespace.</summary>
    private static bool BeginsWithAge(ReadOnlySpan<byte> line, out int end)
    {
        var words = new WordReader(line, 0);
        bool isAge = IsAge(words.Next().Of(line)) || (!char.IsAsciiDigit((char)line[0]) && words.Rest.StartsWith("  "u8) && IsAge(words.Next().Of(line)));
        end = words.Position;
        return isAge;
    }

    /// <summary><c>(x5 over 2d)</c> may be between age and type.</summary>
    private static int CountWords(ReadOnlySpan<byte> text)
    {
        var words = new WordReader(text, 0);
        int count = 0;
        while (count <= MaxWordsOfCount && !words.Next().IsEmpty)
        {
            count++;
        }

        return count;
    }

    private static bool IsAge(ReadOnlySpan<byte> word) =>
        word.SequenceEqual("<unknown>"u8) || (word.Length > 1 && char.IsAsciiDigit((char)word[0]) && char.IsAsciiLetter((char)word[^1]) && !word.ContainsAnyExcept(AgeBytes));
}
