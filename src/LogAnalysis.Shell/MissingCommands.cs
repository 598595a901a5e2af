namespace LogAnalysis.Shell;

/// <summary>PowerShell's standard commands that the embedded engine lacks: they are not in its package.</summary>
internal static class MissingCommands
{
    private const string StandardModules = "Microsoft.PowerShell.";

    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        // Microsoft.PowerShell.Utility
        "Add-Member", "Add-Type", "Clear-Variable", "Compare-Object", "ConvertFrom-Csv", "ConvertFrom-Json", "ConvertFrom-Markdown",
        "ConvertFrom-StringData", "ConvertTo-Csv", "ConvertTo-Html", "ConvertTo-Json", "ConvertTo-Xml", "ConvertTo-CliXml",
        "ConvertFrom-CliXml", "Debug-Runspace", "Disable-PSBreakpoint", "Disable-RunspaceDebug", "Enable-PSBreakpoint",
        "Enable-RunspaceDebug", "Export-Alias", "Export-Clixml", "Export-Csv", "Export-FormatData", "Export-PSSession", "Format-Custom",
        "Format-Hex", "Format-List", "Format-Table", "Format-Wide", "Get-Alias", "Get-Culture", "Get-Date", "Get-Error", "Get-Event",
        "Get-EventSubscriber", "Get-FileHash", "Get-FormatData", "Get-Host", "Get-Member", "Get-PSBreakpoint", "Get-PSCallStack",
        "Get-Random", "Get-SecureRandom", "Get-Runspace", "Get-RunspaceDebug", "Get-TraceSource", "Get-TypeData", "Get-UICulture",
        "Get-Unique", "Get-Uptime", "Get-Variable", "Get-Verb", "Group-Object", "Import-Alias", "Import-Clixml", "Import-Csv",
        "Import-LocalizedData", "Import-PowerShellDataFile", "Import-PSSession", "Invoke-Expression", "Invoke-RestMethod",
        "Invoke-WebRequest", "Join-String", "Measure-Command", "Measure-Object", "New-Alias", "New-Event", "New-Guid", "New-Object",
        "New-TemporaryFile", "New-TimeSpan", "New-Variable", "Out-File", "Out-GridView", "Out-Printer", "Out-String", "Read-Host",
        "Register-EngineEvent", "Register-ObjectEvent", "Remove-Alias", "Remove-Event", "Remove-PSBreakpoint", "Remove-TypeData",
        "Remove-Variable", "Select-Object", "Select-String", "Select-Xml", "Send-MailMessage", "Set-Alias", "Set-Date",
        "Set-PSBreakpoint", "Set-TraceSource", "Set-Variable", "Show-Command", "Show-Markdown", "Sort-Object", "Start-Sleep",
        "Tee-Object", "Test-Json", "Trace-Command", "Unblock-File", "Unregister-Event", "Update-FormatData", "Update-List",
        "Update-TypeData", "Wait-Debugger", "Wait-Event", "Write-Debug", "Write-Error", "Write-Host", "Write-Information",
        "Write-Output", "Write-Progress", "Write-Verbose", "Write-Warning",

        // Microsoft.PowerShell.Management
        "Add-Content", "Clear-Content", "Clear-Item", "Clear-ItemProperty", "Convert-Path", "Copy-Item", "Copy-ItemProperty", "Debug-Process",
        "Get-ComputerInfo", "Get-Clipboard", "Get-HotFix", "Get-Item", "Get-ItemProperty", "Get-ItemPropertyValue", "Get-Process",
        "Get-PSDrive", "Get-PSProvider", "Get-Service", "Get-TimeZone", "Invoke-Item", "Join-Path", "Move-Item", "Move-ItemProperty",
        "New-Item", "New-ItemProperty", "New-PSDrive", "New-Service", "Pop-Location", "Push-Location", "Remove-Item",
        "Remove-ItemProperty", "Remove-PSDrive", "Rename-Computer", "Rename-Item", "Rename-ItemProperty", "Resolve-Path",
        "Restart-Computer", "Restart-Service", "Set-Clipboard", "Set-Content", "Set-Item", "Set-ItemProperty", "Set-TimeZone",
        "Split-Path", "Start-Process", "Start-Service", "Stop-Computer", "Stop-Process", "Stop-Service", "Test-Connection",
        "Test-Path", "Wait-Process",

        // Microsoft.PowerShell.Security
        "ConvertFrom-SecureString", "ConvertTo-SecureString", "Get-Acl", "Get-AuthenticodeSignature", "Get-Credential",
        "Get-CmsMessage", "Get-ExecutionPolicy", "Get-PfxCertificate", "Protect-CmsMessage", "Set-Acl",
        "Set-AuthenticodeSignature", "Set-ExecutionPolicy", "Unprotect-CmsMessage",

        // Microsoft.PowerShell.Host
        "Start-Transcript", "Stop-Transcript",
    };

    /// <summary>One line about a standard command that is missing, with or without its module's name; null for any other name.</summary>
    public static string? Explain(string command) => Names.TryGetValue(WithoutModule(command), out string? name)
        ? $"{name} comes with PowerShell 7 (pwsh), not with this embedded shell. Install PowerShell 7, and there: Import-Module ./LogAnalysis.psd1"
        : null;

    private static string WithoutModule(string command) =>
        command.StartsWith(StandardModules, StringComparison.OrdinalIgnoreCase) ? command[(command.IndexOf('\\', StringComparison.Ordinal) + 1)..] : command;
}
