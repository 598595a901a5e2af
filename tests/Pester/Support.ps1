# What every file of tests begins with, dot-sourced in BeforeAll: the module, imported as a user does, and ways to use it.
$root = (Resolve-Path (Join-Path $PSScriptRoot '../..')).Path
$manifest = Join-Path $root 'LogAnalysis.psd1'
$samples = Join-Path $root 'samples'

# The PowerShell that runs this: & $pwsh @pwshArguments -Command '...'. As a dotnet tool its process is dotnet.
$pwsh = [Environment]::ProcessPath
$pwshArguments = @(if ((Split-Path -LeafBase $pwsh) -eq 'dotnet') { Join-Path $PSHOME pwsh.dll }) + '-NoProfile', '-NonInteractive'

Import-Module $manifest -Force

# Runs a script in a PowerShell of its own, with the module imported: what it prints, its errors, its exit code.
function Invoke-PowerShell([string] $Script, [hashtable] $Environment = @{}, [string] $Folder = $root) {
    $start = [System.Diagnostics.ProcessStartInfo]::new($pwsh)
    $pwshArguments + '-Command', "Import-Module '$manifest'; $Script" | ForEach-Object { $start.ArgumentList.Add($_) }
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

# Runs a script that is given as text: what it writes, and all its errors, whether they ended it or not.
function Invoke-Script([string] $Script) {
    $ErrorActionPreference = 'Continue'
    $output = [System.Collections.Generic.List[object]]::new()
    $errors = [System.Collections.Generic.List[object]]::new()
    try {
        . ([scriptblock]::Create($Script)) 2>&1 | ForEach-Object { if ($_ -is [System.Management.Automation.ErrorRecord]) { $errors.Add($_) } else { $output.Add($_) } }
    }
    catch { $errors.Add($_) }
    [pscustomobject]@{ Output = $output.ToArray(); Errors = $errors.ToArray() }
}

# Runs a script beside the test, in a runspace of its own, and gives what it has written so far as Output and Errors.
function Start-Script([string] $Script) {
    $shell = [powershell]::Create()
    $null = $shell.AddScript("Import-Module '$manifest'; Set-Location -LiteralPath '$PWD'; $Script")
    $output = [System.Management.Automation.PSDataCollection[psobject]]::new()
    $run = $shell.BeginInvoke([System.Management.Automation.PSDataCollection[psobject]]::new(), $output)
    [pscustomobject]@{ Shell = $shell; Output = $output; Errors = $shell.Streams.Error; Run = $run }
}

function Stop-Script($Running) {
    $Running.Shell.Stop()
    $Running.Shell.Dispose()
}

# Goes to a new folder, where New-Log writes; Pop-Location leaves it.
function Enter-NewFolder {
    Push-Location (New-Item -ItemType Directory (Join-Path $TestDrive (New-Guid)))
}

# Writes a log in the current folder, or below it, and gives its path.
function New-Log([string] $Name, [string[]] $Lines) {
    $path = Join-Path $PWD.ProviderPath $Name
    $null = New-Item -ItemType Directory (Split-Path $path) -Force
    [System.IO.File]::WriteAllText($path, -join $(foreach ($line in $Lines) { "$line`n" }))
    $path
}

# An error without what is long about it.
function Format-Failure($Failure) { "$($Failure.FullyQualifiedErrorId -replace ',.*') $($Failure.CategoryInfo.Category)" }

# An object as a job, a file or another machine gives it back.
filter ConvertTo-Returned {
    [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($_))
}
