<#
.SYNOPSIS
    Runs the Pester tests in this PowerShell, against the module as it was last built.
.DESCRIPTION
    'dotnet test' calls this in the PowerShell of .config/dotnet-tools.json, with the Pester that NuGet has restored.
.EXAMPLE
    dotnet test tests/Pester --filter Watch-LogFile
#>
[CmdletBinding()]
param(
    # The manifest of the Pester to use.
    [string] $Pester = 'Pester',

    # Part of the name of the tests to run; all, where it is empty.
    [string] $Filter,

    # A filter that matches no test here is no failure: it may be meant for other suites.
    [switch] $AllowNoMatch,

    # Files of tests, or folders with some, separated as paths in $env:PATH are.
    [string] $Path = $PSScriptRoot,

    # How many processes run at once, which share the files.
    [int] $Processes = 1,

    # Where to write how many have passed, failed and been skipped, as JSON.
    [string] $ResultPath
)

$ErrorActionPreference = 'Stop'
$paths = $Path.Split([IO.Path]::PathSeparator)

# Ends this script with what it found.
function Complete-Run([int] $Passed, [int] $Failed, [int] $Skipped) {
    if ($ResultPath) { @{ Passed = $Passed; Failed = $Failed; Skipped = $Skipped } | ConvertTo-Json | Set-Content $ResultPath }
    if ($Passed + $Failed + $Skipped -eq 0) {
        Write-Host ($Filter ? "No test matches '$Filter'." : 'There is no test.')
        exit [int] -not $AllowNoMatch
    }
    exit [int] ($Failed -gt 0)
}

# No process of these runs long enough to gain from code that is compiled again for what was measured while it ran.
$env:DOTNET_TieredPGO = '0'

# The files are divided into more parts of about the same size than there are processes: some files take longer than their size tells. What they print
# comes as they print it.
if ($Processes -gt 1) {
    $parts = @(1..(3 * $Processes) | ForEach-Object { @{ Files = [Collections.Generic.List[string]]::new(); Size = 0 } })
    foreach ($file in Get-ChildItem $paths -Recurse -Filter *.Tests.ps1 | Sort-Object Length -Descending) {
        $least = $parts | Sort-Object { $_.Size } | Select-Object -First 1
        $least.Files.Add($file.FullName)
        $least.Size += $file.Length
    }

    # As a dotnet tool PowerShell's process is dotnet.
    $pwsh = [Environment]::ProcessPath
    $start = @(if ((Split-Path -LeafBase $pwsh) -eq 'dotnet') { Join-Path $PSHOME pwsh.dll }) + '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-File', $PSCommandPath
    $run = {
        $result = (New-TemporaryFile).FullName
        $arguments = $using:start + '-Pester', $using:Pester, '-Filter', $using:Filter, '-AllowNoMatch', '-Path', ($_.Files -join [IO.Path]::PathSeparator), '-ResultPath', $result
        & $using:pwsh @arguments
        (Get-Content $result | ConvertFrom-Json) ?? [pscustomobject] @{ Passed = 0; Failed = 1; Skipped = 0 }
        Remove-Item $result
    }
    $results = $parts | Where-Object { $_.Files.Count -gt 0 } | ForEach-Object -ThrottleLimit $Processes -Parallel $run | ForEach-Object { if ($_ -is [string]) { Write-Host $_ } else { $_ } }
    Complete-Run ($results.Passed | Measure-Object -Sum).Sum ($results.Failed | Measure-Object -Sum).Sum ($results.Skipped | Measure-Object -Sum).Sum
}

Import-Module $Pester
$options = New-PesterConfiguration
$options.Run.Path = $paths
$options.Run.PassThru = $true
$options.Output.Verbosity = 'Normal'
$options.Output.RenderMode = 'Plaintext'
if ($Filter) { $options.Filter.FullName = "*$Filter*" }
$run = Invoke-Pester -Configuration $options

# A test that this system cannot run has the reason in a tag, such as 'Linux only: why', or gives it when it skips itself.
function Get-SkipReason($Test) {
    $tags = for ($at = $Test; $at; $at = $at -is [Pester.Test] ? $at.Block : $at.Parent) { $at.Tag -match ': ' }
    @($tags) + ($Test.ErrorRecord.Exception.Message -replace '^.*, because ') | Where-Object { $_ } | Select-Object -First 1
}

$run.Skipped | Group-Object { Get-SkipReason $_ } | ForEach-Object { Write-Host "Skipped $($_.Count): $($_.Name ? $_.Name : "without a reason: $($_.Group.Name)")" }
Complete-Run $run.PassedCount ($run.FailedCount + $run.FailedContainersCount + [int] ($run.Result -ne 'Passed' -and $run.FailedCount + $run.FailedContainersCount -eq 0)) $run.SkippedCount
