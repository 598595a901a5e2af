using LogAnalysis.Model;
using Xunit;

namespace LogAnalysis.Tests.Parsing;

/// <summary>What is kept for the entry that each stream began last.</summary>
public sealed class EntryMemoryTests
{
    private readonly EntryMemory<string> _memory = new();
    private readonly object _web = new();
    private readonly object _db = new();

    [Fact]
    public void An_entry_is_found_after_those_of_other_streams()
    {
        _memory.Set(new EntryId(_web, 1), "web");
        _memory.Set(new EntryId(_db, 1), "db");
        Assert.True(_memory.TryGet(new EntryId(_web, 1), out string web));
        Assert.True(_memory.TryGet(new EntryId(_db, 1), out string db));
        Assert.Equal(("web", "db"), (web, db));
    }

    [Fact]
    public void An_entry_takes_the_place_of_the_one_before_it_in_its_stream()
    {
        _memory.Set(new EntryId(_web, 1), "first");
        _memory.Set(new EntryId(_db, 1), "db");
        _memory.Set(new EntryId(_web, 2), "second");
        Assert.False(_memory.TryGet(new EntryId(_web, 1), out _));
        Assert.True(_memory.TryGetLast(_web, out string last));
        Assert.Equal("second", last);
    }

    [Fact]
    public void Nothing_is_known_of_an_entry_that_was_not_seen()
    {
        _memory.Set(new EntryId(_web, 1), "web");
        Assert.False(_memory.TryGet(new EntryId(_web, 2), out _));
        Assert.False(_memory.TryGet(new EntryId(_db, 1), out _));
        Assert.False(_memory.TryGetLast(_db, out _));
    }

    [Fact]
    public void Streams_without_end_do_not_fill_memory()
    {
        WeakReference<object> first = SetMany();
        GC.Collect();
        Assert.False(first.TryGetTarget(out _));
    }

    private WeakReference<object> SetMany()
    {
        var first = new object();
        _memory.Set(new EntryId(first, 1), "first");
        for (int i = 0; i < 10_000; i++)
        {
            _memory.Set(new EntryId(new object(), 1), "other");
        }

        return new WeakReference<object>(first);
    }
}
