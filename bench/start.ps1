<#
.SYNOPSIS
    Measures how soon the module is there, and how soon it has a first result, in new processes.
.DESCRIPTION
    Times whole processes by hyperfine, in turn: PowerShell alone, with the module imported, and with a first command over 1 MB. What the import
    takes is the difference to PowerShell alone, and what a command takes the difference to the import; both of medians.
.EXAMPLE
    ./bench/start.ps1 -Runs 3
#>
[CmdletBinding()]
param(
    # The manifest of the module to measure. Without it this repository's own is built and measured.
    [string] $Module,

    # How many processes each figure comes from.
    [ValidateRange(1, 1000)]
    [int] $Runs = 10,

    # Where files are generated meanwhile; out/bench where nothing is said.
    [string] $Data,

    [ValidateSet('Table', 'Markdown', 'Object')]
    [string] $As = 'Table'
)

$ErrorActionPreference = 'Stop'
Import-Module (Join-Path $PSScriptRoot Shared Bench.psm1) -Force
$maxImport = 150
$maxCommand = 300

if (-not (Test-Program hyperfine)) { throw 'start.ps1 measures by hyperfine, which is not installed.' }
$Module = Resolve-BenchModule $Module
$folder = New-WorkFolder $Data
try {
    $null = New-BenchData $folder app=1m, access=1m, json=1m
    $tools = @(
        @{ Name = 'PowerShell alone'; Process = Get-PowerShellCommand '' 'exit' }
        @{ Name = 'Import-Module'; Process = Get-PowerShellCommand $Module 'exit'; Max = $maxImport }
        foreach ($log in 'app.log', 'access.log', 'app.jsonl') {
            foreach ($command in "Measure-LogErrors '{0}'", "Get-LogStatusCode '{0}' -Summary", "Get-LogReport '{0}'") {
                @{ Name = $command.Replace("'{0}'", $log); Process = Get-PowerShellCommand $Module ('$null = ' + $command.Replace('{0}', (Join-Path $folder $log))); Max = $maxCommand }
            }
        }
    )
    foreach ($round in 0..$Runs) {
        foreach ($tool in $tools) {
            Write-Progress -Activity 'start' -Status "$($round ? "run $round of $Runs" : 'warm-up'): $($tool.Name)"
            $seconds = (Measure-BenchProcess $tool.Process).Seconds
            if ($round) { $tool.Milliseconds += @(1000 * $seconds) }
        }
    }
}
finally { Remove-Item -Recurse -Force $folder }

$rows = foreach ($tool in $tools) {
    # Import-Module is measured against PowerShell alone, a command against the import.
    $before = $tool.Name -eq 'PowerShell alone' ? 0 : (Get-Median $tools[$tool.Name -eq 'Import-Module' ? 0 : 1].Milliseconds)
    $median = Get-Median $tool.Milliseconds
    $range = $tool.Milliseconds | Measure-Object -Minimum -Maximum
    $own = $median - $before
    [pscustomobject][ordered]@{
        what = $tool.Name; process = [long] $median; 'min - max' = "{0:0} - {1:0}" -f $range.Minimum, $range.Maximum
        own = [long] $own; 'at most' = $tool.Max ? "$($tool.Max) $($own -le $tool.Max ? 'met' : 'missed')" : ''
    }
}
if ($As -ne 'Object') {
    Get-Machine
    "New processes for each figure: $Runs. Milliseconds are medians; 'own' is without"
    'PowerShell, and for commands without the import. Logs have 1 MB.'
}
Show-Table $rows $As
