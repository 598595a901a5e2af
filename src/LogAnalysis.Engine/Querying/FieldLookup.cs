using System.Buffers.Text;
using System.Globalization;
using System.Text;
using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Querying;

/// <summary>Finds the fields that were asked for in one entry after another. It is not to be shared between threads.</summary>
internal sealed class FieldLookup : FieldSink
{
    /// <summary>What is within a container counts only where nothing outside of it does.</summary>
    private const int WithinContainer = 10_000;

    private const int MaxDepth = 3;
    private const int MaxStatusLength = 8;

    private readonly FieldName[] _names;
    private readonly NameLetters _letters;
    private readonly bool _isOfRequest;
    private object? _rankedNames;
    private int[]?[] _ranks = [];
    private int _depth;

    /// <param name="names">The fields.</param>
    public FieldLookup(IReadOnlyList<FieldName> names)
    {
        _names = [.. names];
        _isOfRequest = Array.TrueForAll(_names, name => name.Kind != FieldKind.None);
        _letters = NameLetters.Of(_names.Select(name => name.Letters));
        Found = new FoundFields(_names.Length);
    }

    /// <summary>What was found of the entry that was read last.</summary>
    public FoundFields Found { get; }

    /// <inheritdoc/>
    public override bool IsComplete => Found.Missing == 0;

    /// <summary>Finds the fields of an entry.</summary>
    /// <param name="line">The entry.</param>
    /// <param name="wantsKnown">Whether those of most entries will be asked for: then they are kept when a line is recognised.</param>
    public void Read(in LogLine line, bool wantsKnown = true)
    {
        _depth = 0;
        Found.Clear();
        if (line.IsBare && _isOfRequest && line.Format.HasOnlyCommonFields)
        {
            ReadRequest(in line);
            return;
        }

        bool isAsked = line.Known is not null && (ReferenceEquals(_rankedNames, line.Known.Names) || (wantsKnown && Ask(line.Known)));
        if (line.IsBare && isAsked && line.Format.IsObject && line.Known!.AreKnown)
        {
            ReadKnown(line.Known, line.Plain);
        }
        else
        {
            line.FieldReader.Read(in line, this);
        }

        for (int field = 0; field < _names.Length; field++)
        {
            if (Found[field].IsEmpty)
            {
                ReadProperty(field, in line);
            }
        }
    }

    /// <inheritdoc/>
    public override void Add(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, FieldSyntax syntax)
    {
        bool isObject = syntax == FieldSyntax.Json && value is [(byte)'{', ..];
        for (int field = 0; field < _names.Length; field++)
        {
            int rank = _names[field].RankOf(name);
            bool isReached = isObject && ReachInto(field, value, name);
            if (!isReached && rank != FieldName.NoRank && (rank == 0 || !isObject))
            {
                Found.Offer(field, RankHere(rank), value, syntax);
            }
        }

        if (isObject && _depth < MaxDepth && FieldNames.IsContainer(name))
        {
            _depth++;
            JsonFields.Read(value, this);
            _depth--;
        }
    }

    /// <inheritdoc/>
    public override void BeginMessage() => Found.BeginMessage();

    /// <summary>Asks for the fields that come to light when a line is recognised, from the next line on.</summary>
    private bool Ask(KnownFields known)
    {
        _rankedNames = known.Names;
        Array.Clear(_ranks);
        known.Want();
        return false;
    }

    /// <summary>What is known of a line already. How well a name fits is remembered: most lines of a log have the same.</summary>
    private void ReadKnown(KnownFields known, ReadOnlySpan<byte> text)
    {
        foreach (ref readonly KnownField member in known.Fields)
        {
            ReadOnlySpan<byte> name = member.Name.Of(text);
            bool isObject = member.Syntax == FieldSyntax.Json && text[member.Value.Start] == '{';
            if (!isObject && member.Id >= 0)
            {
                Add(RanksOf(known, member.Id, name), member.Value.Of(text), member.Syntax);
            }
            else if (isObject || _letters.MayBeOf(name))
            {
                Add(name, member.Value.Of(text), member.Syntax);
            }

            if (IsComplete)
            {
                return;
            }
        }
    }

    private int[] RanksOf(KnownFields known, int id, ReadOnlySpan<byte> name)
    {
        if (id >= _ranks.Length)
        {
            Array.Resize(ref _ranks, id + 1);
        }

        if (_ranks[id] is int[] ranks)
        {
            return ranks;
        }

        _ranks[id] = RanksOf(name);
        if (_ranks[id]!.Length == 0)
        {
            known.Decline(id);
        }

        return _ranks[id]!;
    }

    /// <summary>How well a name fits each of the fields; empty where it fits none.</summary>
    private int[] RanksOf(ReadOnlySpan<byte> name)
    {
        var ranks = new int[_names.Length];
        for (int field = 0; field < _names.Length; field++)
        {
            ranks[field] = _names[field].RankOf(name);
        }

        return Array.TrueForAll(ranks, rank => rank == FieldName.NoRank) ? [] : ranks;
    }

    private void Add(int[] ranks, ReadOnlySpan<byte> value, FieldSyntax syntax)
    {
        for (int field = 0; field < ranks.Length; field++)
        {
            if (ranks[field] != FieldName.NoRank)
            {
                Found.Offer(field, ranks[field], value, syntax);
            }
        }
    }

    /// <summary>What the format has found of request and response.</summary>
    private void ReadRequest(in LogLine line)
    {
        HttpRequest request = HttpRequest.Of(in line);
        Span<byte> status = stackalloc byte[MaxStatusLength];
        for (int field = 0; field < _names.Length; field++)
        {
            ReadOnlySpan<byte> value = _names[field].Kind switch
            {
                FieldKind.HttpStatus => line.Fields.Status != 0 && Utf8Formatter.TryFormat(line.Fields.Status, status, out int length) ? status[..length] : default,
                FieldKind.Method => request.Method.Of(line.Plain),
                FieldKind.Url => request.Url.Of(line.Plain),
                FieldKind.Duration => ResponseFields.FindDuration(in line).Of(line.Plain),
                FieldKind kind => line.Fields[kind].Of(line.Plain),
            };
            if (value is not ([] or [(byte)'-']))
            {
                Found.Offer(field, 0, value, FieldSyntax.Plain);
            }
        }
    }

    /// <summary>How well a name fits in an object of this depth.</summary>
    private int RankHere(int rank) => rank + (_depth * WithinContainer);

    /// <summary>Finds members of an object that are asked for by their path.</summary>
    /// <returns>Whether the field has a value now.</returns>
    private bool ReachInto(int field, ReadOnlySpan<byte> value, ReadOnlySpan<byte> name)
    {
        IReadOnlyList<FieldPath> paths = _names[field].Paths;
        for (int i = 0; i < paths.Count; i++)
        {
            if (paths[i].Within(name) is { IsEmpty: false } path)
            {
                ReachInto(field, value, path, RankHere(paths[i].Rank));
            }
        }

        return paths.Count > 0 && !Found[field].IsEmpty;
    }

    private void ReachInto(int field, ReadOnlySpan<byte> value, ReadOnlySpan<byte> path, int rank)
    {
        var members = new JsonMembers(value, new ByteRange(0, value.Length));
        while (members.MoveNext())
        {
            ReadOnlySpan<byte> name = members.Name.Of(value);
            if (FieldName.IsSame(name, path))
            {
                Found.Offer(field, rank, members.Value.Of(value), members.Syntax);
            }
            else if (members.Kind == JsonKind.Object && FieldPath.Within(path, name) is { IsEmpty: false } rest)
            {
                ReachInto(field, members.Value.Of(value), rest, rank);
            }
        }
    }

    /// <summary>What an entry has that its log may have no name for.</summary>
    private void ReadProperty(int field, in LogLine line)
    {
        string? value = _names[field].Property switch
        {
            nameof(LogEntry.Level) => line.Level.ToString(),
            nameof(LogEntry.Message) => line.DecodeMessage(),
            nameof(LogEntry.Format) => line.Format.Name,
            nameof(LogEntry.Path) => line.Path,
            nameof(LogEntry.Text) => line.DecodeText(),
            nameof(LogEntry.Timestamp) => line.ParseTimestamp()?.ToString("O", CultureInfo.InvariantCulture),
            _ => null,
        };
        if (value is not null)
        {
            Found.Offer(field, 0, Encoding.UTF8.GetBytes(value), FieldSyntax.Plain);
        }
    }
}
