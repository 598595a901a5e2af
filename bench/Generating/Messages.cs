namespace LogAnalysis.Bench.Generating;

/// <summary>
/// What the application logs say: each sentence is said of each thing, which makes some 700 kinds of messages.
/// </summary>
internal sealed class Messages
{
    private static readonly string[] Things =
    [
        "Order", "Invoice", "Payment", "Shipment", "Refund", "Basket", "Voucher", "Account", "Session", "Profile", "Subscription", "Product",
        "Price", "Stock", "Warehouse", "Parcel", "Return", "Review", "Ticket", "Newsletter", "Report", "Export", "Catalogue", "Address",
    ];

    private static readonly string[] Information =
    [
        "* {Id:6} accepted from {Host:ip}:{Port:4} after {Elapsed:3} ms, trace {TraceId:x16}",
        "* {Id:6} stored in shard {Shard:2}, version {Version:2}, checksum {Checksum:x8}",
        "* {Id:6} sent to {Host:ip}:{Port:4}, {Bytes:5} bytes in {Parts:2} parts",
        "* {Id:6} released by worker {Worker:2} after {Elapsed:4} ms, trace {TraceId:x16}",
        "read {Count:4} rows of * in {Elapsed:3} ms, {Skipped:2} of them skipped as unchanged",
        "synchronised * with partner {Partner:3}: {Count:4} new, {Changed:3} changed",
        "* batch {Batch:5} done, {Count:4} of {Total:4} written",
        "* index rebuilt from segment {Segment:x8} with {Count:5} documents in {Elapsed:4} ms",
        "next * run in {Seconds:4} s, {Count:2} runs are waiting",
        "* listener is up on port {Port:4} after {Elapsed:4} ms, {Count:2} threads",
    ];

    private static readonly string[] Debug =
    [
        "* {Id:6} found in cache, age {Age:5} s, read {Count:3} times since",
        "* {Id:6} not in cache, loading from {Host:ip}",
        "evicted {Count:4} * keys, {Bytes:7} bytes free",
        "* query took {Elapsed:3} ms, plan {Plan:x8}",
        "lock on * {Id:6} taken by worker {Worker:2}",
        "* heartbeat from {Host:ip}, lag {Lag:3} ms",
    ];

    private static readonly string[] Warning =
    [
        "* {Id:6} took {Elapsed:5} ms, longer than {Limit:3} ms",
        "* queue holds {Count:5} items, the oldest of them for {Seconds:3} s",
        "* {Id:6} will be tried again in {Seconds:2} s, attempt {Attempt:1}",
        "connection of * to {Host:ip} is slow: {Elapsed:4} ms",
        "* {Id:6} has a deprecated field, schema {Schema:x8}",
    ];

    private static readonly string[] Error =
    [
        "* {Id:6} failed after {Attempt:1} attempts, trace {TraceId:x16}",
        "cannot write * {Id:6} to shard {Shard:2}",
        "* service at {Host:ip} did not answer within {Elapsed:5} ms",
        "* {Id:6} rejected by partner {Partner:3} with code {Code:4}",
        "* transaction {TraceId:x16} rolled back",
    ];

    private static readonly string[] Critical = ["* store is corrupt at page {Page:6}, shutting down", "out of memory in * worker {Worker:2}"];

    /// <summary>Messages of harmless entries that hold words and numbers by which errors are looked for.</summary>
    private static readonly string[] FalseFriends =
    [
        "nightly job {Job:4} finished with 0 errors",
        "read /etc/shop/error-pages.conf, {Count:2} pages",
        "health check: ERROR count of the last hour is 0, run {Run:5}",
        "no FATAL entries since start, {Days:2} days",
        "attempt {Attempt:1} succeeded, the ERROR of batch {Batch:5} is settled",
    ];

    private readonly Dictionary<LogLevel, MessageTemplate[]> _byLevel = new()
    {
        [LogLevel.Debug] = OfAllThings(Debug),
        [LogLevel.Information] = OfAllThings(Information),
        [LogLevel.Warning] = OfAllThings(Warning),
        [LogLevel.Error] = OfAllThings(Error),
        [LogLevel.Critical] = OfAllThings(Critical),
    };

    private readonly MessageTemplate[] _friends = Array.ConvertAll(FalseFriends, text => new MessageTemplate(text));

    /// <summary>A message of an entry of a level.</summary>
    public MessageTemplate Pick(LogLevel level, Rng rng) => rng.Pick(_byLevel[level]);

    /// <summary>A harmless message that looks like an error.</summary>
    public MessageTemplate PickFalseFriend(Rng rng) => rng.Pick(_friends);

    private static MessageTemplate[] OfAllThings(string[] sentences) =>
        [.. sentences.SelectMany(sentence => Things, (sentence, thing) => new MessageTemplate(sentence.Replace("*", thing, StringComparison.Ordinal)))];
}
