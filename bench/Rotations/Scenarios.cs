namespace LogAnalysis.Bench.Rotations;

/// <summary>All ways of rotation that are tried.</summary>
internal static class Scenarios
{
    private const int Slow = 2_000;
    private const int Fast = 20_000;
    private const int Fastest = 50_000;

    /// <summary>Rotation by logrotate, in eight configurations.</summary>
    private static readonly (string Name, string Writer, string Directives)[] Logrotate =
    [
        ("create", "hup", "create"),
        ("create, compress", "hup", "create\ncompress"),
        ("create, delaycompress", "hup", "create\ncompress\ndelaycompress"),
        ("dateext", "hup", "create\ndateext\ndateformat -%Y%m%d-%s"),
        ("olddir", "hup", "create\nolddir old\ncreateolddir"),
        ("nocreate", "append", "nocreate"),
        ("copytruncate", "append", "copytruncate"),
        ("copytruncate, compress", "append", "copytruncate\ncompress"),
    ];

    /// <summary>Those of this machine.</summary>
    public static IEnumerable<Scenario> All()
    {
        if (Programs.Find("logrotate") is not null)
        {
            foreach ((string name, string writer, string directives) in Logrotate)
            {
                yield return Rotated(name, writer, Slow, directives);
                yield return Rotated(name, writer, name == "copytruncate" ? Fastest : Fast, directives);
            }

            yield return Rotated("copytruncate", "append", Fast, "copytruncate");
            yield return Rotated("copytruncate, writer without O_APPEND", "holes", Slow, "copytruncate");
            yield return Rotated("copytruncate, writer without O_APPEND", "holes", Fastest, "copytruncate");
            yield return Rotated("create", "hup", Slow, "create") with { IsScheduled = true };
            yield return Rotated("create, compress", "hup", Slow, "create\ncompress") with { IsScheduled = true };
            yield return Rotated("copytruncate", "append", Slow, "copytruncate") with { IsScheduled = true };
            yield return Rotated("nocreate, followed as app.log*", "append", Slow, "nocreate") with { IsScheduled = true, Pattern = "app.log*" };
        }

        foreach (bool isScheduled in new[] { false, true })
        {
            yield return new("Docker: json-file by a link", "append", Slow)
            {
                Log = "docker/4f/4f-json.log",
                Link = "containers/app.log",
                Renamed = number => $"4f-json.log.{number}",
                IsScheduled = isScheduled,
            };
            yield return new("Kubernetes: 0.log by a link", "append", Slow)
            {
                Log = "pods/web_1/app/0.log",
                Link = "containers/app.log",
                Renamed = number => $"0.log.20250124-{number:D6}",
                IsScheduled = isScheduled,
            };
            if (Programs.Find("multilog") is not null)
            {
                yield return new("multilog", "multilog", Slow) { Log = "log/current", IsScheduled = isScheduled };
            }
        }

        foreach ((_, Scenario scenario) in Programs.Libraries.Where(library => Programs.Find(library.Program) is not null))
        {
            yield return scenario;
            yield return scenario with { IsScheduled = true };
        }
    }

    private static Scenario Rotated(string name, string writer, int rate, string directives) => new("logrotate " + name, writer, rate) { Logrotate = directives };
}
