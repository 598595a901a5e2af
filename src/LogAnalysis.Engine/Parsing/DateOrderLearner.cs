using LogAnalysis.Model;
using LogAnalysis.Times;

namespace LogAnalysis.Parsing;

/// <summary>Learns the order of the numbers in dates from the lines of a log, one after the other.</summary>
internal static class DateOrderLearner
{
    /// <summary>Takes the next line that begins an entry.</summary>
    /// <param name="line">The line.</param>
    /// <param name="fields">Its fields.</param>
    /// <param name="reference">The latest that its time can be.</param>
    /// <param name="sample">What the dates have shown so far.</param>
    /// <param name="times">Reads the times of the log, and is told what is known.</param>
    public static void Learn(ReadOnlySpan<byte> line, in LineFields fields, DateTime reference, DateOrderSample sample, TimestampReader times)
    {
        ReadOnlySpan<byte> time = TimeText.Of(line, in fields, stackalloc byte[TimeText.MaxLength], out _);
        if (!NumericDate.MayBegin(time) || !Timestamps.TryScan(time, out DateParts parts) || !sample.Add(in parts, reference))
        {
            return;
        }

        DateOrders orders = sample.Decide(reference, times.Conventions.Orders);
        if (orders != times.Conventions.Orders)
        {
            times.Learn(times.Conventions with { Orders = orders });
        }
    }
}
