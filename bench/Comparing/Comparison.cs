using System.Diagnostics;
using LogAnalysis.Bench.Generating;
using LogAnalysis.Bench.Sessions;

namespace LogAnalysis.Bench.Comparing;

/// <summary>Measures the module and its peers, each over the same logs.</summary>
internal sealed class Comparison : IDisposable
{
    private readonly DataFolder _data;
    private readonly int _rounds;
    private readonly Action<string> _progress;
    private readonly PowerShellHost _host = new();
    private readonly PowerShellSession _ours;
    private readonly PowerShellSession _theirs;

    /// <summary>Starts the sessions.</summary>
    /// <param name="data">The logs.</param>
    /// <param name="rounds">How often each contender runs.</param>
    /// <param name="progress">Is told what runs.</param>
    public Comparison(DataFolder data, int rounds, Action<string> progress)
    {
        (_data, _rounds, _progress) = (data, rounds, progress);
        _ours = new PowerShellSession(_host);
        _theirs = new PowerShellSession(_host, withModule: false);
    }

    /// <summary>What it is measured on, in one line.</summary>
    public string Machine => Bench.Machine.Describe($"PowerShell {_ours.Version}{(_host.IsEmbedded ? ", embedded" : string.Empty)}");

    /// <summary>Measures one job.</summary>
    public Standings Run(Job job)
    {
        string log = _data.PathOf(job.Log);
        string command = job.Command.Replace(Peer.LogPlaceholder, log, StringComparison.Ordinal);
        Peer[] peers = [.. job.Peers.Where(IsInstalled)];
        Contender[] contenders =
        [
            new SessionContender("LogAnalysis, in a session", job.Question, _ours, command, job.Answer),
            new ProcessContender("LogAnalysis, a process", job.Question, _host.StartCommand($"$result = {command}; {job.Answer}"), output => output),
            .. peers.Select(peer => ToContender(peer, log)),
        ];
        LogTruth truth = _data.TruthOf(job.Log);
        return new Standings(job, truth, contenders, new Contest(job.Name, truth, _rounds, _progress).Run(contenders), peers);
    }

    /// <summary>The programs of peers that are not installed.</summary>
    public static IEnumerable<string> FindMissing(IEnumerable<Job> jobs) =>
        jobs.SelectMany(job => job.Peers).Where(peer => !IsInstalled(peer)).Select(peer => peer.Program).Distinct();

    /// <inheritdoc/>
    public void Dispose()
    {
        _ours.Dispose();
        _theirs.Dispose();
    }

    private static bool IsInstalled(Peer peer) => Executable.Find(peer.Program) is not null;

    private Contender ToContender(Peer peer, string log)
    {
        if (peer.Command is not null)
        {
            return new SessionContender(peer.Name, peer.Question, _theirs, peer.Command.Replace(Peer.LogPlaceholder, log, StringComparison.Ordinal), peer.Answer);
        }

        var start = new ProcessStartInfo(peer.Program, peer.Arguments.Select(argument => argument == Peer.LogPlaceholder ? log : argument));

        // Tools then read bytes rather than characters.
        start.Environment["LC_ALL"] = "C";
        return new ProcessContender(peer.Name, peer.Question, start, peer.ToPairs);
    }
}
