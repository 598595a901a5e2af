using LogAnalysis.Model;

namespace LogAnalysis.Tests.Fuzzing;

/// <summary>Writes down everything that a counter is told.</summary>
internal sealed class TranscriptCounter : ILogCounter
{
    private EntryId _last;

    public List<string> Lines { get; } = [];

    public void Add(in LogLine line)
    {
        LineFields fields = line.Fields;
        bool isDetached = line.IsContinuation && line.Entry != _last;
        _last = line.IsContinuation ? _last : line.Entry;
        Lines.Add($"{line.Offset}+{line.ByteCount} {line.LineCount} {line.Format.Name} {line.Level} {(line.IsContinuation ? "..." : string.Empty)} {isDetached}"
            + $" {fields.Status} {line.ParseTimestamp():O} {line.ParseDuration()} | {line.DecodeMessage()} | {line.Decode(fields.Client)} {line.Decode(fields.Bytes)}"
            + $" {line.Decode(fields.Request)} {line.Decode(fields.Url)} {fields.MessageFollows} {fields.CompletesEntry}");
    }

    public void AddFile(string path) => Lines.Add("file " + path);

    public ILogCounter Fork() => new TranscriptCounter();

    public void Merge(ILogCounter partition) => Lines.AddRange(((TranscriptCounter)partition).Lines);
}
