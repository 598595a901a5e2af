<#
.SYNOPSIS
    Measures how much longer it takes to group messages that are all different than to group equal ones.
.DESCRIPTION
    Groups the errors of three logs in one session: all messages are equal; one sentence has two words that hardly ever come again; messages consist of such words. The logs
    are kept for the next run.
.EXAMPLE
    dotnet pwsh -NoProfile bench/messages.ps1
#>
[CmdletBinding()]
param(
    # The manifest of the module to measure. Without it this repository's own is built and measured.
    [string] $Module,

    # How large each log is.
    [ValidateRange(1, 100000)]
    [int] $Megabytes = 300,

    # How many times each command runs; the first two times do not count.
    [ValidateRange(3, 1000)]
    [int] $Runs = 7,

    # Where logs are generated and kept; out/bench where nothing is said.
    [string] $Data,

    [ValidateSet('Table', 'Markdown', 'Object')]
    [string] $As = 'Table'
)

$ErrorActionPreference = 'Stop'
Import-Module (Join-Path $PSScriptRoot Shared Bench.psm1) -Force
$maxRatio = 5
$logs = 'equal', 'one-kind', 'no-kind'
$commands = "Get-LogReport '{0}'", "Measure-LogErrors -By Pattern '{0}'"

$Module = Resolve-BenchModule $Module
$folder = Resolve-DataFolder $Data
$truth = New-BenchData $folder ($logs | ForEach-Object { "$_=${Megabytes}m" })
$seconds = @{}
$session = Start-BenchSession $Module
try {
    foreach ($run in 1..$Runs) {
        foreach ($command in $commands) {
            foreach ($log in $logs) {
                Write-Progress -Activity 'messages' -Status "run $run of ${Runs}: $log, $command"
                $seconds["$log $command"] += @((Invoke-BenchSession $session ($command -f (Join-Path $folder "$log.log"))).Seconds)
            }
        }
    }
}
finally { Stop-BenchSession $session }

$rows = foreach ($command in $commands) {
    $equal = (Get-Median $seconds["equal $command"][2..($Runs - 1)]) / $truth['equal.log'].Lines
    foreach ($log in $logs) {
        $median = Get-Median $seconds["$log $command"][2..($Runs - 1)]
        $ratio = $median / $truth["$log.log"].Lines / $equal
        [pscustomobject][ordered]@{
            command = $command -replace " '.*"
            messages = $log
            lines = $truth["$log.log"].Lines
            seconds = Format-Figure $median
            ratio = Format-Figure $ratio
            'at most' = $log -eq 'equal' ? '' : "$maxRatio $($ratio -le $maxRatio ? 'met' : 'missed')"
        }
    }
}
if ($As -ne 'Object') {
    Get-Machine
    "Medians of $($Runs - 2) runs in one session; the ratio is that of the seconds a message takes to those of an equal one."
}
Show-Table $rows $As
