using System.Buffers;
using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LogAnalysis.Objects;

/// <summary>
/// Writes an object as a JSON line, which is then read as one of a log is: time, level and message are found by the same names, and every property
/// is a field. The line is valid until the next one is written.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The writer writes to memory and holds nothing else.")]
internal sealed class ObjectLine
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly Utf8JsonWriter _json;
    private readonly MemberWriter _members;

    public ObjectLine()
    {
        _json = new Utf8JsonWriter(_bytes, Options);
        _members = new MemberWriter(_json);
    }

    /// <summary>Writes the line of an object.</summary>
    /// <param name="input">The object, with the properties that PowerShell has added to it.</param>
    /// <param name="line">The line, with its end.</param>
    /// <returns>Whether the object is an entry: it has a message, a level or an HTTP status.</returns>
    public bool TryWrite(PSObject input, out ReadOnlySpan<byte> line)
    {
        _bytes.ResetWrittenCount();
        _json.Reset();
        _members.Begin();
        Write(input);
        _json.WriteEndObject();
        _json.Flush();
        _bytes.Write("\n"u8);
        line = _bytes.WrittenSpan;
        return _members.IsEntry;
    }

    private void Write(PSObject input)
    {
        switch (input.BaseObject)
        {
            case IDictionary dictionary:
                foreach (DictionaryEntry member in dictionary)
                {
                    _members.Write(JsonValues.TextOf(member.Key), member.Value);
                }

                break;
            case PSCustomObject when NoteMembers.TryFind(input) is PSMemberInfoCollection<PSMemberInfo> own:
                foreach (PSMemberInfo member in own)
                {
                    Write(member.Name == NoteMembers.Names ? null : member as PSPropertyInfo);
                }

                break;
            case PSCustomObject:
                foreach (PSPropertyInfo property in input.Properties)
                {
                    Write(property);
                }

                break;
            case object typed when StreamRecord.TryCreate(typed) is StreamRecord record:
                _members.Write(nameof(LogEntry.Timestamp), record.Time);
                _members.Write(nameof(LogEntry.Level), record.Level.ToString());
                _members.Write(nameof(LogEntry.Message), record.Message);
                break;
            case object typed:
                WriteTyped(typed, input);
                break;
        }
    }

    private void WriteTyped(object typed, PSObject input)
    {
        TypeMembers members = TypeMembers.Of(typed.GetType());
        foreach (TypeMember member in members.All)
        {
            _members.Write(member.Name, member.TryRead(typed));
        }

        // Get-WinEvent adds the message of an event to the object that Windows gives.
        if (!members.HasMessage && input.Properties[nameof(LogEntry.Message)] is PSPropertyInfo added)
        {
            _members.Write(added.Name, ValueOf(added));
        }
    }

    private void Write(PSPropertyInfo? property)
    {
        if (property is not null)
        {
            _members.Write(property.Name, ValueOf(property));
        }
    }

    /// <summary>The value of a property; null where it cannot be read.</summary>
    private static object? ValueOf(PSPropertyInfo property)
    {
        try
        {
            return property.Value;
        }
        catch (GetValueException)
        {
            return null;
        }
    }
}
