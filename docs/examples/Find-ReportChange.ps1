<#
.SYNOPSIS
    Writes the kinds of errors that are new, or significantly more frequent, since the last run.
.DESCRIPTION
    Makes a report of what was logged since the last run, compares it with the report of the run before, and keeps it for the next one.
    The first run only makes the report. Exit codes: 0 nothing to tell, 1 changes, 2 the logs could not be read.
.EXAMPLE
    pwsh -NoProfile -File Find-ReportChange.ps1 -Path '/var/log/app/*.log' -CheckpointPath /var/lib/app/day.json -ReportPath /var/lib/app/report.json
#>
param(
    # The logs, with wildcards.
    [Parameter(Mandatory)] [string] $Path,

    # Where to remember what was read.
    [Parameter(Mandatory)] [string] $CheckpointPath,

    # Where to keep the report, as JSON.
    [Parameter(Mandatory)] [string] $ReportPath
)

$ErrorActionPreference = 'Stop'
try {
    $report = Watch-LogFile $Path -NoFollow -CheckpointPath $CheckpointPath | Get-LogReport
    $changes = if (Test-Path $ReportPath) {
        Compare-LogReport $ReportPath $report | Where-Object {
            $_.Kind -eq 'Pattern' -and ($_.Change -eq 'New' -or $_.Change -eq 'Risen')
        }
    }
    $report | Export-LogReport $ReportPath -Force
}
catch {
    [Console]::Error.WriteLine($_)
    exit 2
}

$changes
exit [int] [bool] $changes
