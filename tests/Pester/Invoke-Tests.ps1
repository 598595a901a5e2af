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

    # A folder whose files name one file of tests each: this process runs those that no other has taken, until there are none.
    [string] $Queue,

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

# Those that take longer than their size tells: they start processes, or wait for what comes.
$slowest = 'HostileViews', 'Documents', 'Live', 'Hostile', 'Culture', 'Handles', 'Files', 'ExportLogReport', 'Checkpoint', 'GetLogReport', 'ConstrainedLanguage', 'WatchLogFile', 'Module'

# Each process takes the next file, the longest first, so that all are at work until the end. What they print comes as they print it.
if ($Processes -gt 1) {
    $queued = (New-Item -ItemType Directory (Join-Path ([IO.Path]::GetTempPath()) "tests-$(New-Guid)")).FullName
    $number = 0
    Get-ChildItem $paths -Recurse -Filter *.Tests.ps1 | Sort-Object { ($_.Name -replace '\.Tests\.ps1$') -notin $slowest }, { -$_.Length } |
        ForEach-Object { Set-Content (Join-Path $queued ('{0:D4}.next' -f $number++)) $_.FullName }

    # As a dotnet tool PowerShell's process is dotnet.
    $pwsh = [Environment]::ProcessPath
    $start = @(if ((Split-Path -LeafBase $pwsh) -eq 'dotnet') { Join-Path $PSHOME pwsh.dll }) + '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-File', $PSCommandPath
    $run = {
        $result = (New-TemporaryFile).FullName
        $arguments = $using:start + '-Pester', $using:Pester, '-Filter', $using:Filter, '-AllowNoMatch', '-Queue', $using:queued, '-ResultPath', $result
        # What Pester says of a run is said of a file here.
        & $using:pwsh @arguments | Where-Object { $_ -notmatch '^(Running tests from|Tests completed in|Tests Passed:|No test matches|$)' }
        (Get-Content $result | ConvertFrom-Json) ?? [pscustomobject] @{ Passed = 0; Failed = 1; Skipped = 0 }
        Remove-Item $result
    }
    $results = 1..$Processes | ForEach-Object -ThrottleLimit $Processes -Parallel $run | ForEach-Object { if ($_ -is [string]) { Write-Host $_ } else { $_ } }
    Remove-Item -Recurse $queued
    $passed, $failed, $skipped = 'Passed', 'Failed', 'Skipped' | ForEach-Object { ($results.$_ | Measure-Object -Sum).Sum }
    Write-Host "Tests Passed: $passed, Failed: $failed, Skipped: $skipped"
    Complete-Run $passed $failed $skipped
}

Import-Module $Pester
$options = New-PesterConfiguration
$options.Run.PassThru = $true
$options.Output.Verbosity = 'Normal'
$options.Output.RenderMode = 'Plaintext'
if ($Filter) { $options.Filter.FullName = "*$Filter*" }

# A test that this system cannot run has the reason in a tag, such as 'Linux only: why', or gives it when it skips itself.
function Get-SkipReason($Test) {
    $tags = for ($at = $Test; $at; $at = $at -is [Pester.Test] ? $at.Block : $at.Parent) { $at.Tag -match ': ' }
    @($tags) + ($Test.ErrorRecord.Exception.Message -replace '^.*, because ') | Where-Object { $_ } | Select-Object -First 1
}

# Runs files of tests, and gives how many passed, failed and were skipped.
function Invoke-Files([string[]] $Files) {
    $options.Run.Path = $Files
    $run = Invoke-Pester -Configuration $options
    $run.Skipped | Group-Object { Get-SkipReason $_ } | ForEach-Object { Write-Host "Skipped $($_.Count): $($_.Name ? $_.Name : "without a reason: $($_.Group.Name)")" }
    $failed = $run.FailedCount + $run.FailedContainersCount
    [pscustomobject] @{ Passed = $run.PassedCount; Failed = $failed + [int] ($run.Result -ne 'Passed' -and $failed -eq 0); Skipped = $run.SkippedCount }
}

# Files of tests that no other process has: it can be moved away only once.
function Read-Queue {
    foreach ($next in [IO.Directory]::GetFiles($Queue, '*.next') | Sort-Object) {
        $taken = [IO.Path]::ChangeExtension($next, '.taken')
        try { [IO.File]::Move($next, $taken) } catch [IO.IOException], [UnauthorizedAccessException] { continue }
        Get-Content $taken
    }
}

$results = $Queue ? (Read-Queue | ForEach-Object { Invoke-Files $_ }) : (Invoke-Files $paths)
Complete-Run ($results.Passed | Measure-Object -Sum).Sum ($results.Failed | Measure-Object -Sum).Sum ($results.Skipped | Measure-Object -Sum).Sum
