namespace LogAnalysis.Views.Dashboard;

/// <summary>A part of the dashboard beside others.</summary>
/// <param name="Share">How much of the width it gets, 0 to 1; what the others leave where they draw nothing.</param>
/// <param name="Draw">Draws it in the width it is given.</param>
internal sealed record Block(double Share, Func<Canvas, IEnumerable<Row>> Draw);
