using LogAnalysis.Bench.Generating;

namespace LogAnalysis.Bench.Comparing;

/// <summary>Something that a log is read for, by the module and by its peers.</summary>
/// <param name="Name">What it is called in arguments.</param>
/// <param name="Log">The log.</param>
/// <param name="Command">The module's command, with <see cref="Peer.LogPlaceholder"/> for the log's path.</param>
/// <param name="Answer">An expression that makes names and counts of what the command gives, <c>$result</c>.</param>
/// <param name="Question">What it is asked.</param>
/// <param name="Peers">The others.</param>
internal sealed record Job(string Name, DataSet Log, string Command, string Answer, Question Question, Peer[] Peers);
