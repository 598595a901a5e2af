namespace LogAnalysis.Bench.Generating;

/// <summary>The lines below an error, as Java and .NET write them, with a cause in the midst of every third.</summary>
internal static class StackTrace
{
    private const int FewestLines = 4;
    private const int MostLines = 18;

    private static readonly byte[][] JavaExceptions =
    [
        [.. "java.io.IOException: Connection reset by peer"u8],
        [.. "java.lang.IllegalStateException: batch 17 is closed"u8],
        [.. "java.util.concurrent.TimeoutException: no answer after 500 milliseconds"u8],
        [.. "com.example.shop.store.StoreException: ERROR 1205: lock wait timeout exceeded"u8],
        [.. "java.lang.NullPointerException"u8],
    ];

    private static readonly byte[][] JavaFrames =
    [
        [.. "at com.example.shop.store.ShardWriter.write(ShardWriter.java:"u8],
        [.. "at com.example.shop.net.PartnerClient$Call.run(PartnerClient.java:"u8],
        [.. "at com.example.shop.web.ErrorHandler.handle(ErrorHandler.java:"u8],
        [.. "at java.base/java.util.concurrent.ThreadPoolExecutor.runWorker(ThreadPoolExecutor.java:"u8],
        [.. "at java.base/java.lang.Thread.run(Thread.java:"u8],
    ];

    private static readonly byte[][] DotNetExceptions =
    [
        [.. "System.TimeoutException: The operation has timed out after 500 ms."u8],
        [.. "System.InvalidOperationException: Error while the basket was written"u8],
        [.. "System.IO.IOException: The device is not ready"u8],
    ];

    private static readonly byte[][] DotNetFrames =
    [
        [.. "at Shop.Store.ShardWriter.WriteAsync(Shard shard, CancellationToken cancel) in /src/Store/ShardWriter.cs:line "u8],
        [.. "at Shop.Errors.ErrorHandler.Handle(Exception error) in /src/Errors/ErrorHandler.cs:line "u8],
        [.. "at Shop.Web.Pipeline.InvokeAsync(Request request) in /src/Web/Pipeline.cs:line "u8],
    ];

    /// <summary>Writes a trace of 4 to 18 lines.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="dice">Decides on its lines.</param>
    /// <param name="between">Stands between two lines: a line feed, or what stands for one.</param>
    /// <param name="tab">Stands before a frame of Java: a tab, or what stands for one.</param>
    /// <returns>How many lines it has.</returns>
    public static int Write(LogOutput output, Dice dice, ReadOnlySpan<byte> between, ReadOnlySpan<byte> tab)
    {
        int lines = FewestLines + dice.Below(MostLines - FewestLines + 1);
        int cause = lines > 2 * FewestLines && dice.Happens(3333) ? lines / 2 : 0;
        bool isJava = dice.Happens(6000);
        output.Write(dice.Pick(isJava ? JavaExceptions : DotNetExceptions));
        for (int line = 1; line < lines; line++)
        {
            output.Write(between);
            if (line == cause)
            {
                output.Write(isJava ? "Caused by: "u8 : " ---> "u8);
                output.Write(dice.Pick(isJava ? JavaExceptions : DotNetExceptions));
                continue;
            }

            output.Write(isJava ? tab : "   "u8);
            output.Write(dice.Pick(isJava ? JavaFrames : DotNetFrames));
            output.WriteNumber(1 + dice.Below(900));
            output.Write(isJava ? ")"u8 : []);
        }

        return lines;
    }
}
