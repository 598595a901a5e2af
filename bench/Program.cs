using System.Globalization;
using LogAnalysis.Bench;
using LogAnalysis.Bench.Generating;
using LogAnalysis.Bench.Loading;
using LogAnalysis.Bench.Rotations;
using LogAnalysis.Files;

const string Usage = """
    Usage: bench VERB ARGUMENTS

      generate FOLDER [LOG[=SIZE] ...]
                      writes access.log, timed.log, app.log and syslog.log (1g each), app-part.log (100m) and app.jsonl (300m) with the truth
                      about them, or those of access, timed, app, app-part, syslog, json, equal, one-kind and no-kind that are named; logs
                      that are there already are kept
      load [--files N] [--rate N] [--seconds N] [--rotate SECONDS]
                      follows files into which N lines a second are written each, and tail -F after it; ends with 1 where a line is lost
                      or comes twice
      soak [--minutes N] [--files N] [--rate N] [--rotate SECONDS]
                      follows files that are rotated all the time, and says whether memory, handles and threads stay flat; ends with 1
                      where they do not
      rotations [--only NAME] [--seconds N] [--kills N] [--shell PROGRAM]
                      writes numbered lines into logs that are rotated in every way that this machine can, and counts what Watch-LogFile and
                      tail -F give; kills watchers again and again; ends with 1 where a line is lost that was in a file, or comes twice.
                      Watchers, and writers of .NET, run in a PowerShell to which PROGRAM gives its argument
      grouping FILE   prints, for every line of a log, its number, the id of the message pattern that it has, and the pattern, with tabs between
      grouping-score FOLDER
                      prints how well the patterns of logs agree with the templates in *_structured.csv beside them: GA, FGA, PA and FTA
      recognise PATH  prints, for a log or every file below a folder, the formats of its lines, and how many entries have no time or level

    compare.ps1, growth.ps1 and start.ps1 beside this program measure the commands.
    """;

// Figures look the same everywhere.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

try
{
    switch (args)
    {
        case ["generate", string folder, .. string[] logs]:
            DataFolder.Generate(folder, logs);
            return 0;
        case ["load", .. string[] rest]:
            return LoadVerb.Load(rest);
        case ["soak", .. string[] rest]:
            return LoadVerb.Soak(rest);
        case ["rotations", .. string[] rest]:
            return RotationVerb.Run(rest);
        case [NumberedWriter.Verb, .. string[] rest]:
            return NumberedWriter.Run(rest);
        case [WriterProcess.Verb, .. string[] rest]:
            return WriterProcess.Run(rest);
        case ["grouping", string file]:
            Grouping.Print(Path.GetFullPath(file), Console.Out);
            return 0;
        case ["grouping-score", string folder]:
            GroupingScores.Print(Path.GetFullPath(folder), Console.Out);
            return 0;
        case ["recognise", string path]:
            Recognition.Print(Path.GetFullPath(path), Console.Out);
            return 0;
        default:
            Console.Error.WriteLine(Usage);
            return 2;
    }
}
catch (Exception failure) when (failure is BenchException or LogFileException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(failure.Message);
    return 1;
}
