using System.Text;
using LogAnalysis.Model;

namespace LogAnalysis.Tests.Support;

/// <summary>Keeps every raw line it is given.</summary>
internal sealed class CollectingHandler : ILineHandler
{
    public List<(string Text, long Offset, int ByteCount)> Lines { get; } = [];

    public void Handle(in RawLine line) => Lines.Add((Encoding.Latin1.GetString(line.Text), line.Offset, line.ByteCount));
}
