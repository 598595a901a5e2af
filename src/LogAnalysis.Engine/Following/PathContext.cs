namespace LogAnalysis.Following;

/// <summary>What all parts of a followed path share.</summary>
/// <param name="Path">The path.</param>
/// <param name="Options">How it is followed.</param>
/// <param name="Sink">What takes the lines.</param>
/// <param name="Registry">All files that the follower reads and has read.</param>
/// <param name="Factory">What makes the path's files.</param>
/// <param name="Errors">What reports errors.</param>
internal sealed record PathContext(
    string Path, FollowOptions Options, IFollowSink Sink, FileRegistry Registry, TailedFileFactory Factory, PathErrors Errors);
