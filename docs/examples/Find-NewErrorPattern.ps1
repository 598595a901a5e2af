<#
.SYNOPSIS
    Writes the kinds of error that were never logged before the last run.
.DESCRIPTION
    Keeps a report of all that was logged so far, and merges what came since into it: a pattern is new if its first error is. The first run
    only makes the report. Exit codes: 0 nothing new, 1 new patterns, 2 the logs could not be read.
.EXAMPLE
    pwsh -NoProfile -File Find-NewErrorPattern.ps1 -Path '/var/log/app/*.log' -ReportPath /var/lib/app/known.xml
#>
param(
    # The logs, with wildcards. Their entries must have times.
    [Parameter(Mandatory)] [string] $Path,

    # Where to keep the report, as Export-Clixml writes it.
    [Parameter(Mandatory)] [string] $ReportPath
)

if (-not (Test-Path $ReportPath)) {
    $report = Get-LogReport $Path -ErrorVariable problems
    if ($problems) { exit 2 }
    $report | Export-Clixml $ReportPath
    exit 0
}

$known = Import-Clixml $ReportPath
$until = $known.To.UtcDateTime
$recent = Get-LogReport $Path -Since $until.AddTicks(1) -ErrorVariable problems
if ($problems) { exit 2 }

$all = $known, $recent | Get-LogReport -Top 10000
$all | Export-Clixml $ReportPath
$new = $all.ErrorPatterns | Where-Object { $_.First.UtcDateTime -gt $until }
$new
exit [int] [bool] $new
