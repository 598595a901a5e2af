# What every file of tests begins with, dot-sourced in BeforeAll: the module, imported as a user does, and ways to use it.
$root = (Resolve-Path (Join-Path $PSScriptRoot '../..')).Path
$manifest = Join-Path $root 'LogAnalysis.psd1'
$samples = Join-Path $root 'samples'

# Where PowerShell runs as a .NET tool the process is dotnet; its own program lies beside it.
$pwsh = Join-Path $PSHOME ($IsWindows ? 'pwsh.exe' : 'pwsh')

Import-Module $manifest -Force

# Runs a script in a PowerShell of its own, with the module imported: what it prints, its errors, its exit code.
function Invoke-PowerShell([string] $Script, [hashtable] $Environment = @{}, [string] $Folder = $root) {
    $start = [System.Diagnostics.ProcessStartInfo]::new($pwsh)
    '-NoProfile', '-NonInteractive', '-Command', "Import-Module '$manifest'; $Script" | ForEach-Object { $start.ArgumentList.Add($_) }
    $start.WorkingDirectory = $Folder
    $start.RedirectStandardOutput = $start.RedirectStandardError = $true
    $start.StandardOutputEncoding = $start.StandardErrorEncoding = [System.Text.Encoding]::UTF8
    $null = $start.Environment.Remove('NO_COLOR')
    foreach ($name in $Environment.Keys) { $start.Environment[$name] = $Environment[$name] }
    $process = [System.Diagnostics.Process]::Start($start)
    $errors = $process.StandardError.ReadToEndAsync()
    $output = $process.StandardOutput.ReadToEnd()
    $process.WaitForExit()
    [pscustomobject]@{ Output = $output; Errors = $errors.Result; ExitCode = $process.ExitCode }
}

# Waits until a condition holds. The time is generous: it is for what hangs, not for what is slow.
function Wait-For([scriptblock] $Condition) {
    $clock = [System.Diagnostics.Stopwatch]::StartNew()
    while (-not (& $Condition)) {
        if ($clock.Elapsed.TotalMinutes -gt 2) { throw "This did not come true in two minutes: $Condition" }
        Start-Sleep -Milliseconds 10
    }
}
