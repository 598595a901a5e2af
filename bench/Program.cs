using LogAnalysis.Bench;
using LogAnalysis.Reading;

const string Usage = """
    Usage: bench VERB ARGUMENTS

      grouping FILE   prints, for every line of a log, its number, a tab, and the id of the message pattern that it has
    """;

if (args is not ["grouping", string file])
{
    Console.Error.WriteLine(Usage);
    return 2;
}

try
{
    Grouping.Print(Path.GetFullPath(file), Console.Out);
    return 0;
}
catch (LogFileException failure)
{
    Console.Error.WriteLine(failure.Message);
    return 1;
}
