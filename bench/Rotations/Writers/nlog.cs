#:package NLog@5.5.0
using System.Diagnostics;
using NLog;
using NLog.Config;
using NLog.Targets;

var target = new FileTarget("file") { FileName = args[0], Layout = "INFO ${message}", ArchiveAboveSize = 64_000, MaxArchiveFiles = 5000, KeepFileOpen = true, ConcurrentWrites = false };
var configuration = new LoggingConfiguration();
configuration.AddRuleForAllLevels(target);
LogManager.Configuration = configuration;
Logger logger = LogManager.GetCurrentClassLogger();
var clock = Stopwatch.StartNew();
for (long written = 0; !File.Exists(args[2]); Thread.Sleep(5))
{
    for (; written < clock.Elapsed.TotalSeconds * long.Parse(args[1]); written++)
    {
        logger.Info($"line {written:D9} of a source".PadRight(58, '.'));
    }
}

LogManager.Shutdown();
