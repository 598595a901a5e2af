using LogAnalysis.Model;

namespace LogAnalysis.Querying;

/// <summary>What the text of an entry must contain so that all conditions can hold. Where that is in many entries, looking for it does not pay. Several threads may use it.</summary>
internal sealed class RequiredTexts
{
    private readonly RequiredText[] _texts;
    private volatile bool _arePaying;

    /// <param name="conditions">The conditions.</param>
    public RequiredTexts(IEnumerable<FieldCondition> conditions)
    {
        _texts = [.. conditions.Select(RequiredText.Of).OfType<RequiredText>()];
        _arePaying = _texts.Length > 0;
    }

    /// <summary>Whether to look for them.</summary>
    public bool ArePaying => _arePaying;

    /// <summary>Whether it can be said of a line whether it contains them.</summary>
    public static bool CanTell(in LogLine line) => line.Format.IsObject && line.IsBare && line.Continuation.IsEmpty
        && !line.Plain.ContainsAnyExceptInRange((byte)' ', (byte)'~') && !line.Plain.Contains((byte)'\\');

    /// <summary>They were in too many entries.</summary>
    public void GiveUp() => _arePaying = false;

    /// <summary>Whether a line contains them.</summary>
    public bool AreIn(ReadOnlySpan<byte> line)
    {
        foreach (RequiredText text in _texts)
        {
            if (!text.IsIn(line))
            {
                return false;
            }
        }

        return true;
    }
}
