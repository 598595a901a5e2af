using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>A record of AWS CloudTrail: it has no level, but the code of an error where there was one.</summary>
/// <remarks>Source: AWS CloudTrail User Guide, "CloudTrail record contents".</remarks>
internal struct CloudTrailRecord
{
    private bool _isRecord;
    private ByteRange _error;
    private ByteRange _message;
    private ByteRange _name;

    /// <summary>Takes a field that such records have.</summary>
    public void Take(FieldKind kind, ByteRange value)
    {
        switch (kind)
        {
            case FieldKind.CloudTrailMark:
                _isRecord = true;
                break;
            case FieldKind.ErrorCode:
                _error = value;
                break;
            case FieldKind.ErrorMessage:
                _message = value;
                break;
            case FieldKind.EventName:
                _name = value;
                break;
        }
    }

    /// <summary>Gives the entry its level and message, if it is such a record.</summary>
    public readonly void Complete(ref LineFields fields)
    {
        if (!_isRecord || fields.HasLevel)
        {
            return;
        }

        fields.HasLevel = true;
        fields.Level = _error.IsEmpty && _message.IsEmpty ? LogLevel.Information : LogLevel.Error;
        fields.Message = fields.Message.Or(_message).Or(_error).Or(_name);
    }
}
