using System.Globalization;

namespace LogAnalysis.Bench;

/// <summary>The arguments of a verb: <c>--name value</c>, some of them more than once, switches, and values without a name.</summary>
internal sealed class Arguments
{
    private readonly List<(string Name, string Value)> _named = [];
    private readonly List<string> _switches = [];

    private Arguments()
    {
    }

    /// <summary>The values without a name.</summary>
    public List<string> Values { get; } = [];

    /// <summary>Reads the arguments of a verb.</summary>
    /// <param name="arguments">As they were given.</param>
    /// <param name="options">The names of those that have a value, with their dashes.</param>
    /// <param name="switches">The names of those that have none.</param>
    /// <param name="values">How many values without a name there are.</param>
    /// <exception cref="UsageException">There are others, or values are missing.</exception>
    public static Arguments Parse(string[] arguments, string[] options, string[]? switches = null, int values = 0)
    {
        var parsed = new Arguments();
        for (int i = 0; i < arguments.Length; i++)
        {
            string name = arguments[i];
            if (options.Contains(name))
            {
                parsed._named.Add((name, ++i < arguments.Length ? arguments[i] : throw new UsageException($"{name} needs a value.")));
            }
            else if (switches?.Contains(name) == true)
            {
                parsed._switches.Add(name);
            }
            else
            {
                parsed.Values.Add(name is not ['-', ..] ? name : throw new UsageException($"There is no option '{name}' here."));
            }
        }

        return parsed.Values.Count == values ? parsed
            : throw new UsageException(parsed.Values.Count < values ? "An argument is missing." : $"'{parsed.Values[values]}' is one argument too many.");
    }

    /// <summary>Whether a switch is given.</summary>
    public bool Has(string name) => _switches.Contains(name);

    /// <summary>The value that was given last; null where none was.</summary>
    public string? Find(string name) => All(name).LastOrDefault();

    /// <summary>All values that were given.</summary>
    public IEnumerable<string> All(string name) => _named.Where(argument => argument.Name == name).Select(argument => argument.Value);

    /// <summary>A number from 1 on.</summary>
    /// <param name="name">The name.</param>
    /// <param name="otherwise">What it is where none was given.</param>
    /// <exception cref="UsageException">It is none.</exception>
    public int Count(string name, int otherwise) => Find(name) is not string text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count > 0 ? count
        : throw new UsageException($"{name} needs a number from 1 on, not '{text}'.");

    /// <summary>Which of several things were chosen by name, separated by commas; all of them where none was.</summary>
    /// <exception cref="UsageException">A name is that of none.</exception>
    public IReadOnlyList<T> Choose<T>(string name, IReadOnlyList<T> things, Func<T, string> nameOf)
    {
        string[] chosen = [.. All(name).SelectMany(names => names.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
        string? unknown = chosen.FirstOrDefault(candidate => !things.Any(thing => nameOf(thing) == candidate));
        return unknown is not null ? throw new UsageException($"There is no '{unknown}' among {string.Join(", ", things.Select(nameOf))}.")
            : chosen.Length == 0 ? things
            : [.. things.Where(thing => chosen.Contains(nameOf(thing)))];
    }
}
