namespace LogAnalysis.Reading;

/// <summary>Takes how far reading has come. Called once a block, on the reading thread.</summary>
internal interface IReadProgress
{
    /// <param name="path">The file being read.</param>
    /// <param name="position">How many of its bytes, as they are on disk, are read.</param>
    /// <param name="length">How many it has.</param>
    void Report(string path, long position, long length);
}
