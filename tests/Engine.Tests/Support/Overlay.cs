using System.Diagnostics;

namespace LogAnalysis.Tests.Support;

/// <summary>A folder of two layers, as containers have: what is written is copied up from the lower one first.</summary>
internal sealed class Overlay : IDisposable
{
    private readonly TempFolder _folder = new();

    public Overlay()
    {
        foreach (string name in new[] { "lower", "upper", "work", "merged" })
        {
            Directory.CreateDirectory(_folder.Combine(name));
        }
    }

    /// <summary>Why there is none on this machine; null where there is one.</summary>
    public static string? SkipReason { get; } = FindSkipReason();

    /// <summary>A path in the lower layer.</summary>
    public string Lower(string name) => Path.Combine(_folder.Combine("lower"), name);

    /// <summary>A path as the container has it.</summary>
    public string Merged(string name) => Path.Combine(_folder.Combine("merged"), name);

    /// <summary>Mounts it.</summary>
    /// <returns>Whether that is allowed.</returns>
    public bool Mount() => Run("mount", "-t", "overlay", "overlay", "-o", $"lowerdir={_folder.Combine("lower")},upperdir={_folder.Combine("upper")},workdir={_folder.Combine("work")}", _folder.Combine("merged"));

    public void Dispose()
    {
        Run("umount", _folder.Combine("merged"));
        _folder.Dispose();
    }

    private static string? FindSkipReason()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            return "Only root on Linux may mount an overlay.";
        }

        using var overlay = new Overlay();
        return overlay.Mount() ? null : "No overlay can be mounted here.";
    }

    private static bool Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
