#:package Serilog@4.3.0
#:package Serilog.Sinks.File@7.0.0
using System.Diagnostics;
using Serilog;

Log.Logger = new LoggerConfiguration()
    .WriteTo.File(args[0], rollOnFileSizeLimit: true, fileSizeLimitBytes: 64_000, retainedFileCountLimit: null, outputTemplate: "INFO {Message:l}{NewLine}")
    .CreateLogger();
var clock = Stopwatch.StartNew();
for (long written = 0; !File.Exists(args[2]); Thread.Sleep(5))
{
    for (; written < clock.Elapsed.TotalSeconds * long.Parse(args[1]); written++)
    {
        Log.Information($"line {written:D9} of a source".PadRight(58, '.'));
    }
}

Log.CloseAndFlush();
