<#
.SYNOPSIS
    Tells by its exit code whether too many of the entries that were logged since the last run are errors.
.DESCRIPTION
    The first run counts all that is there. Each further run counts what was written since the last one, once, whatever was rotated
    meanwhile. Exit codes: 0 all is well, 1 too many errors, 2 the logs could not be read.
.EXAMPLE
    pwsh -NoProfile -File Test-ErrorRate.ps1 -Path '/var/log/app/*.log' -CheckpointPath /var/lib/app/rate.json -MaxErrorRate 0.05
#>
param(
    # The logs, with wildcards.
    [Parameter(Mandatory)] [string] $Path,

    # Where to remember what was counted.
    [Parameter(Mandatory)] [string] $CheckpointPath,

    # Errors per entry, 0 to 1, that are still well.
    [double] $MaxErrorRate = 0.05,

    # Fewer entries than this say nothing.
    [int] $MinEntries = 20
)

$summary = Watch-LogFile $Path -NoFollow -CheckpointPath $CheckpointPath -ErrorVariable problems | Measure-LogErrors
if ($problems) { exit 2 }

if ($summary.Entries -ge $MinEntries -and $summary.ErrorRate -gt $MaxErrorRate) {
    'Of {0} entries, {1} are errors ({2:P1}). The last: {3}' -f $summary.Entries, $summary.Errors, $summary.ErrorRate, $summary.LastMessage
    exit 1
}
