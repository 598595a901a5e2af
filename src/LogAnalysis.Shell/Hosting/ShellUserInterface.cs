using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace LogAnalysis.Shell.Hosting;

/// <summary>Writes what pipelines write, and asks what they ask.</summary>
internal sealed class ShellUserInterface(ShellConsole console) : PSHostUserInterface
{
    private const string Red = "\x1b[31m";
    private const string Yellow = "\x1b[33m";
    private const string Reset = "\x1b[0m";

    /// <inheritdoc/>
    public override PSHostRawUserInterface RawUI { get; } = new ShellRawUserInterface(console);

    /// <inheritdoc/>
    public override bool SupportsVirtualTerminal => console.HasColours;

    /// <inheritdoc/>
    public override void Write(string value) => Write(console.Out, value, console.HasColours);

    /// <inheritdoc/>
    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Write(value);

    /// <inheritdoc/>
    public override void WriteLine(string value) => Write(console.Out, value + Environment.NewLine, console.HasColours);

    /// <inheritdoc/>
    public override void WriteErrorLine(string value) => WriteLine(Red, value);

    /// <inheritdoc/>
    public override void WriteWarningLine(string message) => WriteLine(Yellow, "WARNING: " + message);

    /// <inheritdoc/>
    public override void WriteVerboseLine(string message) => WriteLine(Yellow, "VERBOSE: " + message);

    /// <inheritdoc/>
    public override void WriteDebugLine(string message) => WriteLine(Yellow, "DEBUG: " + message);

    /// <inheritdoc/>
    public override void WriteProgress(long sourceId, ProgressRecord record) => console.Progress.Show(record);

    /// <inheritdoc/>
    public override string ReadLine()
    {
        RequireSomebody("A line of input");
        return Console.ReadLine() ?? string.Empty;
    }

    /// <inheritdoc/>
    public override SecureString ReadLineAsSecureString() => throw new NotSupportedException("This shell does not ask for secrets.");

    /// <inheritdoc/>
    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions)
    {
        RequireSomebody($"A value for {string.Join(", ", descriptions.Select(field => field.Name))}");
        Write(string.Join(Environment.NewLine, new[] { caption, message, string.Empty }.Where(text => text is not null)));
        return descriptions.ToDictionary(field => field.Name, field => new PSObject(Ask(field)));
    }

    /// <inheritdoc/>
    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        RequireSomebody($"An answer to '{message}'");
        string labels = string.Join("  ", choices.Select((choice, i) => $"[{i}] {choice.Label.Replace("&", string.Empty, StringComparison.Ordinal)}"));
        while (true)
        {
            Write($"{caption}{Environment.NewLine}{message}{Environment.NewLine}{labels} (default {defaultChoice}): ");
            string answer = ReadLine();
            if (answer.Length == 0)
            {
                return defaultChoice;
            }

            if (int.TryParse(answer, out int chosen) && chosen >= 0 && chosen < choices.Count)
            {
                return chosen;
            }
        }
    }

    /// <inheritdoc/>
    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        throw new NotSupportedException("This shell does not ask for credentials.");

    /// <inheritdoc/>
    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) =>
        PromptForCredential(caption, message, userName, targetName);

    private object Ask(FieldDescription field)
    {
        bool several = field.ParameterTypeFullName.EndsWith("[]", StringComparison.Ordinal);
        var answers = new List<string>();
        do
        {
            Write(several ? $"{field.Name}[{answers.Count}]: " : $"{field.Name}: ");
            answers.Add(ReadLine());
        }
        while (several && answers[^1].Length > 0);
        return several ? answers.SkipLast(1).ToArray() : answers[0];
    }

    private void RequireSomebody(string what)
    {
        if (!console.CanAsk)
        {
            throw new HostException($"{what} is missing, and there is nobody to ask: input does not come from a terminal.");
        }
    }

    private void WriteLine(string colour, string message) =>
        Write(console.Error, colour + message + Reset + Environment.NewLine, console.HasErrorColours);

    private void Write(TextWriter writer, string text, bool colours)
    {
        console.Progress.Erase();
        writer.Write(GetOutputString(text, colours));
        writer.Flush();
    }
}
