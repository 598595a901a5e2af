using System.Text.Json;
using LogAnalysis.Fields;
using LogAnalysis.Model;

namespace LogAnalysis.Objects;

/// <summary>Writes the members of an object, and notes whether they make it an entry.</summary>
internal sealed class MemberWriter(Utf8JsonWriter json)
{
    /// <summary>Names that are data are as many as there are objects; these are not remembered.</summary>
    private const int MaxNames = 1000;

    /// <summary>No object of a log has more. What it has beyond them is left out.</summary>
    private const int MaxMembers = 500;

    private readonly Dictionary<string, MemberName> _names = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>Whether there was a message, a level or an HTTP status.</summary>
    public bool IsEntry { get; private set; }

    /// <summary>Begins an object.</summary>
    public void Begin()
    {
        IsEntry = false;
        _count = 0;
        json.WriteStartObject();
    }

    /// <summary>Writes a member. One without a value is left out.</summary>
    public void Write(string name, object? value)
    {
        if (value is null || ++_count > MaxMembers)
        {
            return;
        }

        MemberName known = Find(name);
        IsEntry |= known.MakesEntry;
        json.WritePropertyName(known.Text);
        JsonValues.Write(json, value, known.IsDuration);
    }

    private MemberName Find(string name)
    {
        if (!_names.TryGetValue(name, out MemberName? known))
        {
            known = new MemberName(name);
            if (_names.Count < MaxNames)
            {
                _names.Add(name, known);
            }
        }

        return known;
    }

    private sealed class MemberName
    {
        public MemberName(string name)
        {
            Text = JsonEncodedText.Encode(name);
            FieldKind kind = FieldNames.Find(Text.EncodedUtf8Bytes);
            MakesEntry = kind is FieldKind.Message or FieldKind.HttpStatus or (>= FieldKind.Level and <= FieldKind.InsightsLevel) or FieldKind.WindowsLevel or FieldKind.WindowsEntryType;
            IsDuration = kind is FieldKind.Duration or (>= FieldKind.DurationSeconds and <= FieldKind.DurationNanoseconds);
        }

        public JsonEncodedText Text { get; }

        public bool MakesEntry { get; }

        public bool IsDuration { get; }
    }
}
