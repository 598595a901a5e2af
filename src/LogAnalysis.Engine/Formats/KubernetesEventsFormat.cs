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
    private const int MaxWordsBeforeType = 5;

    private static readonly SearchValues<byte> AgeBytes = SearchValues.Create("0123456789dhmsy"u8);

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.None;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Digits + "abcdefghijklmnopqrstuvwxyz<";

    /// <inheritdoc/>
    internal override bool MayBeginAsProse => false;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        // Hardly any line has one of these words in a column.
        int warning = line.IndexOf(" Warning  "u8);
        int type = warning > 0 ? warning : line.IndexOf(" Normal  "u8);
        if (type <= 0 || !BeginsWithAge(line[..type]))
        {
            return false;
        }

        var words = new WordReader(line, type);
        words.Next();
        words.Next();
        ByteRange target = words.Next();
        int message = line.Length - words.Rest.TrimStart((byte)' ').Length;
        if (!target.Of(line).Contains((byte)'/') || message == line.Length)
        {
            return false;
        }

        fields = default;
        fields.HasLevel = true;
        fields.Level = warning > 0 ? LogLevel.Warning : LogLevel.Information;
        fields.Message = ByteRange.Between(message, line.Length);
        return true;
    }

    /// <summary><c>2m</c>, <c>3m15s (x5 over 2d)</c>, perhaps behind the name of a namespace.</summary>
    private static bool BeginsWithAge(ReadOnlySpan<byte> text)
    {
        var words = new WordReader(text, 0);
        ReadOnlySpan<byte> first = words.Next().Of(text);
        bool isAge = IsAge(first) || IsAge(words.Next().Of(text));
        for (int further = 0; further < MaxWordsBeforeType && words.Rest.ContainsAnyExcept((byte)' '); further++)
        {
            words.Next();
        }

        return isAge && !words.Rest.ContainsAnyExcept((byte)' ');
    }

    private static bool IsAge(ReadOnlySpan<byte> word) =>
        word.SequenceEqual("<unknown>"u8) || (word.Length > 1 && char.IsAsciiDigit((char)word[0]) && char.IsAsciiLetter((char)word[^1]) && !word.ContainsAnyExcept(AgeBytes));
}
