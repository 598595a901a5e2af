using System.Text;

namespace LogAnalysis.Bench.Generating;

/// <summary>The lines below an error, as Java and .NET write them, with a cause in the midst of every third.</summary>
internal static class StackTrace
{
    private const int MinLines = 4;
    private const int MaxLines = 18;

    private static readonly string[] JavaExceptions =
    [
        "java.io.IOException: Connection reset by peer",
        "java.lang.IllegalStateException: batch 17 is closed",
        "java.util.concurrent.TimeoutException: no answer after 500 milliseconds",
        "com.example.shop.store.StoreException: ERROR 1205: lock wait timeout exceeded",
        "java.lang.NullPointerException",
    ];

    private static readonly string[] JavaFrames =
    [
        "at com.example.shop.store.ShardWriter.write(ShardWriter.java:",
        "at com.example.shop.net.PartnerClient$Call.run(PartnerClient.java:",
        "at com.example.shop.web.ErrorHandler.handle(ErrorHandler.java:",
        "at java.base/java.util.concurrent.ThreadPoolExecutor.runWorker(ThreadPoolExecutor.java:",
        "at java.base/java.lang.Thread.run(Thread.java:",
    ];

    private static readonly string[] DotNetExceptions =
    [
        "System.TimeoutException: The operation has timed out after 500 ms.",
        "System.InvalidOperationException: Error while the basket was written",
        "System.IO.IOException: The device is not ready",
    ];

    private static readonly string[] DotNetFrames =
    [
        "at Shop.Store.ShardWriter.WriteAsync(Shard shard, CancellationToken cancel) in /src/Store/ShardWriter.cs:line ",
        "at Shop.Errors.ErrorHandler.Handle(Exception error) in /src/Errors/ErrorHandler.cs:line ",
        "at Shop.Web.Pipeline.InvokeAsync(Request request) in /src/Web/Pipeline.cs:line ",
    ];

    /// <summary>A trace of 4 to 18 lines, without the end of the last.</summary>
    /// <param name="rng">Decides on its lines.</param>
    /// <param name="lines">How many lines it has.</param>
    public static string Make(Rng rng, out int lines)
    {
        lines = MinLines + rng.Below(MaxLines - MinLines + 1);
        int cause = lines > 2 * MinLines && rng.Happens(3333) ? lines / 2 : 0;
        bool isJava = rng.Happens(6000);
        var text = new StringBuilder(rng.Pick(isJava ? JavaExceptions : DotNetExceptions));
        for (int line = 1; line < lines; line++)
        {
            text.Append('\n');
            if (line == cause)
            {
                text.Append(isJava ? "Caused by: " : " ---> ").Append(rng.Pick(isJava ? JavaExceptions : DotNetExceptions));
                continue;
            }

            text.Append(isJava ? "\t" : "   ").Append(rng.Pick(isJava ? JavaFrames : DotNetFrames)).Append(1 + rng.Below(900)).Append(isJava ? ")" : string.Empty);
        }

        return text.ToString();
    }
}
