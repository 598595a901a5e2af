using System.Globalization;
using LogAnalysis.Bench;
using LogAnalysis.Bench.Loading;
using LogAnalysis.Bench.Verbs;
using LogAnalysis.Files;

const string Usage = """
    Usage: bench VERB ARGUMENTS

      load [--data FOLDER] [--files N] [--rate N] [--seconds N] [--rotate SECONDS] [--no-tail] [--markdown]
                      follows files into which N lines a second are written each, and tail -F after it; ends with 1 where a line is lost or comes twice
      soak [--data FOLDER] [--minutes N] [--files N] [--rate N] [--rotate SECONDS] [--markdown]
                      follows files that are rotated all the time, and tells whether memory, handles and threads stay what they are; ends with 1
                      where they do not
      micro [ARGUMENTS]
                      measures the hot loops by BenchmarkDotNet, whose arguments it takes: --filter '*Split*', --job medium, --list flat
      fuzz [--minutes N] [--seed S] [--only TARGET,...] [--failures FILE] [--markdown]
                      gives the engine any bytes, for 5 minutes where nothing else is said, and keeps those that break a promise in
                      fuzz-failures.txt; ends with 1 where there are some. The same seed gives the same inputs
      fuzz --replay FILE
                      tries again what such a file holds
      hostile [--largest SIZE] [--only COMMAND,...] [--logs TEXT] [--all] [--markdown]
                      measures time and memory over logs that were written to bring their reader down, of 100m and less; ends with 1 where
                      one grows faster than the log. Shows of each log the command that takes longest, or all. --logs takes those whose
                      names hold a text
      generate FOLDER [LOG[=SIZE] ...]
                      writes access.log (1g), app.log (1g), app-part.log (100m) and app.jsonl (300m) with the truth about them, or
                      those of access, app, app-part and json that are named; logs that are there already are kept
      grouping FILE   prints, for every line of a log, its number, a tab, and the id of the message pattern that it has
    """;

// Figures look the same everywhere.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

try
{
    switch (args)
    {
        case ["fuzz", .. string[] rest]:
            return FuzzVerb.Run(rest);
        case ["hostile", .. string[] rest]:
            return HostileVerb.Run(rest);
        case ["generate", string folder, .. string[] logs]:
            return GenerateVerb.Run(folder, logs);
        case ["load", .. string[] rest]:
            return LoadVerb.Run(rest);
        case ["soak", .. string[] rest]:
            return SoakVerb.Run(rest);
        case [WriterProcess.Verb, .. string[] rest]:
            return WriterProcess.Run(rest);
        case ["micro", .. string[] rest]:
            return MicroVerb.Run(rest);
        case ["grouping", string file]:
            Grouping.Print(Path.GetFullPath(file), Console.Out);
            return 0;
        default:
            Console.Error.WriteLine(Usage);
            return 2;
    }
}
catch (UsageException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return 2;
}
catch (Exception failure) when (failure is BenchException or LogFileException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(failure.Message);
    return 1;
}
