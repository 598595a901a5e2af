namespace LogAnalysis.Bench.Rotations;

/// <summary>
/// Rotates numbered lines in every way that this machine can, and counts what arrives. It shares nothing with the tests, and reaches the module
/// only by its command.
/// </summary>
internal static class RotationVerb
{
    private const int KillRate = 2_000;

    /// <returns>The exit code: 1 where a line was lost that was in a file, or came twice.</returns>
    public static int Run(string[] arguments)
    {
        string? shell = TakeText(ref arguments, "--shell");
        string only = TakeText(ref arguments, "--only") ?? string.Empty;
        Dictionary<string, int> options = NumberOptions.Parse(arguments, new() { ["seconds"] = 4, ["kills"] = 200 });
        bool isRight = Follow(options["seconds"], only, shell);
        return Kill(options["kills"], only, shell) && isRight ? 0 : 1;
    }

    private static string? TakeText(ref string[] arguments, string option)
    {
        int at = Array.IndexOf(arguments, option);
        if (at < 0)
        {
            return null;
        }

        string text = at + 1 < arguments.Length ? arguments[at + 1] : throw new BenchException($"{option} needs a value.");
        arguments = [.. arguments[..at], .. arguments[(at + 2)..]];
        return text;
    }

    private static bool Follow(int seconds, string only, string? shell)
    {
        var table = new Table("rotation", "written", "lost in a file", "lost in no file", "twice", "out of order", "`tail -F` lost");
        bool isRight = true;

        // Under Wine, a link of Linux looks like the file itself: what is beside that cannot be found.
        foreach (Scenario scenario in Scenarios.All().Where(scenario => scenario.Title.Contains(only, StringComparison.Ordinal) && (shell is null || scenario.Link is null)))
        {
            using var run = new ScenarioRun(scenario, shell);
            run.Run(seconds);
            long written = Math.Max(run.InFiles.Last, Math.Max(run.Taken.Last, run.Tail?.Last ?? 0)) + 1;
            long inFile = run.Taken.CountMissing(run.InFiles);
            long lost = written - run.Taken.Count;
            isRight &= inFile == 0 && run.Taken.Repeated == 0 && written > 0 && lost - inFile <= (run.Tail is null ? long.MaxValue : written - run.Tail.Count);
            string tail = run.Tail is null ? string.Empty : $"{written - run.Tail.Count:N0}";
            Console.Error.WriteLine($"{scenario.Title}: {written} {inFile} {lost - inFile} {run.Taken.Repeated} {run.Taken.OutOfOrder} {tail}");
            table.Add(scenario.Title, $"{written:N0}", $"{inFile:N0}", $"{lost - inFile:N0}", $"{run.Taken.Repeated:N0}", $"{run.Taken.OutOfOrder:N0}", tail);
        }

        table.Write(Console.Out);
        return isRight;
    }

    private static bool Kill(int rounds, string only, string? shell)
    {
        Scenario[] scenarios =
        [
            new("killed, rename", "hup", KillRate) { Logrotate = "create" },
            new("killed, gzip", "hup", KillRate) { Logrotate = "create\ncompress" },
            new("killed, copy", "append", KillRate) { Logrotate = "copytruncate" },
        ];
        var table = new Table("rotation", "killed", "written", "lost in a file", "rounds without progress", "repeated by half of the kills at most", "by 9 of 10", "by any");
        bool isRight = true;
        System.Threading.Tasks.Parallel.ForEach(scenarios.Where(scenario => scenario.Name.Contains(only, StringComparison.Ordinal) && Programs.Find("logrotate") is not null), scenario =>
        {
            using var run = new ScenarioRun(scenario, shell);
            int share = (rounds + scenarios.Length - 1) / scenarios.Length;
            (int stuck, long[] repeated) = run.Kill(share);
            Array.Sort(repeated);
            lock (table)
            {
                long lost = run.Taken.CountMissing(run.InFiles);
                isRight &= lost == 0 && stuck == 0;
                table.Add(scenario.Name, $"{share} times", $"{Math.Max(run.InFiles.Last, run.Taken.Last) + 1:N0}", $"{lost:N0}", $"{stuck}", $"{repeated[share / 2]:N0}", $"{repeated[share * 9 / 10]:N0}", $"{repeated[^1]:N0} lines, {(double)repeated[^1] / KillRate:F2} s of writing");
            }
        });
        table.Write(Console.Out);
        return isRight;
    }
}
