using System.Text.Json;

namespace LogAnalysis.Bench.Comparing;

/// <summary>The tools that the module is compared with, each as it is told to answer from the command line.</summary>
internal static class Tools
{
    /// <summary>Counts line ends: what reading alone costs at the least.</summary>
    public static readonly Peer LineCount = new("wc -l", "wc", Question.Lines)
    {
        Arguments = ["-l", Peer.LogPlaceholder],
        ToPairs = output => $"Lines {output}",
    };

    /// <summary>Counts lines that hold a word. It stops at the first where nobody reads what it prints.</summary>
    public static readonly Peer Grep = new("grep -c ERROR", "grep", Question.Errors)
    {
        Arguments = ["-c", "ERROR", Peer.LogPlaceholder],
        ToPairs = output => $"Errors {output}",
    };

    /// <summary>The same, faster.</summary>
    public static readonly Peer Ripgrep = Grep with { Name = "rg -c ERROR", Program = "rg" };

    /// <summary>Counts levels by the word that they stand in.</summary>
    public static readonly Peer GawkLevels = new("gawk, levels by $3", "gawk", Question.Levels)
    {
        Arguments = CountColumn(3),
        ToPairs = KeepUppercase,
    };

    /// <summary>The same by the faster awk.</summary>
    public static readonly Peer MawkLevels = GawkLevels with { Name = "mawk, levels by $3", Program = "mawk" };

    /// <summary>Counts statuses by the word that they stand in.</summary>
    public static readonly Peer GawkStatuses = new("gawk, statuses by $9", "gawk", Question.Statuses) { Arguments = CountColumn(9) };

    /// <summary>The same by the faster awk.</summary>
    public static readonly Peer MawkStatuses = GawkStatuses with { Name = "mawk, statuses by $9", Program = "mawk" };

    /// <summary>Knows formats as the module does, and counts levels by SQL.</summary>
    public static readonly Peer LnavLevels = new("lnav -n, SQL over levels", "lnav", Question.Levels) { Arguments = CountBySql("log_level", "all_logs") };

    /// <summary>The same with statuses.</summary>
    public static readonly Peer LnavStatuses = new("lnav -n, SQL over statuses", "lnav", Question.Statuses) { Arguments = CountBySql("sc_status", "access_log") };

    /// <summary>Makes a report of an access log.</summary>
    public static readonly Peer GoAccess = new("goaccess, JSON report", "goaccess", Question.Statuses)
    {
        Arguments = [Peer.LogPlaceholder, "--log-format=COMBINED", "-o", "json", "--no-progress"],
        ToPairs = ReadGoAccess,
    };

    /// <summary>A script as everybody writes it: it takes any number of three digits for a status.</summary>
    public static readonly Peer PythonErrors = new("Python, naive.py", "python3", Question.Errors) { Arguments = RunNaive(@"\b(\d{3})\b") };

    /// <summary>The same with a better idea of where a status stands.</summary>
    public static readonly Peer PythonStatuses = PythonErrors with { Question = Question.Statuses, Arguments = RunNaive("\" (\\d{3}) ") };

    /// <summary>Counts levels of JSON lines.</summary>
    public static readonly Peer Jq = new("jq, levels by @l", "jq", Question.Levels)
    {
        Arguments =
        [
            "-n", "-r", "reduce inputs as $entry ({}; .[$entry[\"@l\"] // \"Information\"] += 1) | to_entries[] | \"\\(.key) \\(.value)\"",
            Peer.LogPlaceholder,
        ],
    };

    /// <summary>Finds lines that hold a word, in whatever case, as PowerShell does it by itself.</summary>
    public static readonly Peer SelectString = new("Select-String -Path", "pwsh", Question.Errors)
    {
        Command = $"(Select-String ERROR -Path '{Peer.LogPlaceholder}').Count",
        Answer = "\"Errors=$result\"",
    };

    /// <summary>The same, line by line through the pipeline.</summary>
    public static readonly Peer GetContent = SelectString with
    {
        Name = "Get-Content | Select-String",
        Command = $"(Get-Content '{Peer.LogPlaceholder}' | Select-String ERROR).Count",
    };

    private static string[] RunNaive(string pattern) => [Path.Combine(AppContext.BaseDirectory, "peers", "naive.py"), Peer.LogPlaceholder, pattern];

    private static string[] CountColumn(int column) =>
        [$"{{ count[${column}]++ }} END {{ for (word in count) print word, count[word] }}", Peer.LogPlaceholder];

    private static string[] CountBySql(string column, string table) =>
        ["-n", "-c", $";select {column}, count(*) from {table} group by {column}", "-c", ":write-csv-to -", Peer.LogPlaceholder];

    /// <summary>Levels are upper case; words of stack traces, which stand in the same column, are not.</summary>
    private static string KeepUppercase(string output) => string.Join('\n', output.Split('\n').Where(line => !line.Any(char.IsAsciiLetterLower)));

    /// <summary>Its report has statuses by class, each with a description: <c>404 - Not Found: ...</c>.</summary>
    private static string ReadGoAccess(string report)
    {
        using JsonDocument document = JsonDocument.Parse(report);
        return string.Join(' ',
            from statusClass in document.RootElement.GetProperty("status_codes").GetProperty("data").EnumerateArray()
            from status in statusClass.GetProperty("items").EnumerateArray()
            select $"{status.GetProperty("data").GetString()!.Split(' ')[0]} {status.GetProperty("hits").GetProperty("count")}");
    }
}
