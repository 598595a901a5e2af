using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Fields;

/// <summary>A date and a time of day that are two fields: <c>date=2025-01-24 time=07:00:30</c>.</summary>
/// <remarks>Source: Fortinet, "FortiOS Log Message Reference"; Sophos Firewall, "Syslog guide".</remarks>
internal struct TimeInParts
{
    private ByteRange _date;
    private ByteRange _clock;

    /// <summary>Takes the value of a field, if it is only a date or only a time of day.</summary>
    public bool TryTake(ReadOnlySpan<byte> text, ByteRange value)
    {
        switch (TimePart.Of(text))
        {
            case TimePartKind.Date:
                _date = _date.Or(value);
                return true;
            case TimePartKind.Clock:
                _clock = _clock.Or(value);
                return true;
            default:
                return false;
        }
    }

    /// <summary>These parts, or others where there are none.</summary>
    public readonly TimeInParts Or(in TimeInParts other) => _date.IsEmpty && _clock.IsEmpty ? other : this;

    /// <summary>Gives them to a line that has no whole time, or one that says less: with a zone they are as exact as that.</summary>
    public readonly void Complete(ref LineFields fields)
    {
        if (!_date.IsEmpty && !_clock.IsEmpty && (fields.Timestamp.IsEmpty || !fields.Zone.IsEmpty))
        {
            fields.Date = _date;
            fields.Timestamp = _clock;
        }

        fields.Timestamp = fields.Timestamp.Or(_clock).Or(_date);
    }
}
