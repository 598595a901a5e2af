# All that commands make of the logs in the current folder, as text that no culture shapes. For Culture.Tests.ps1.
$invariant = [cultureinfo]::InvariantCulture
filter Show { foreach ($property in $_.PSObject.Properties) { "$($property.Name)=$([Convert]::ToString($property.Value, $invariant))" } }

$report = Get-LogReport *.log -Top 5
foreach ($as in 'Html', 'Json', 'Csv', 'Markdown') {
    $report | Export-LogReport report.out -As $as
    # But when it was made.
    (Get-Content report.out -Raw) -replace "$($report.CreatedAt.Year)-\d\d-\d\d[T ][\d:.]+"
    Remove-Item report.out
}
Measure-LogErrors *.log | Show
Measure-LogErrors *.log -By Pattern | Show
Measure-LogErrors *.log -By Level | Show
Measure-LogErrors *.log -Every 1m -MinimumLevel warning | Show
Get-LogStatusCode *.log | Show
Get-LogEntry *.log -Since '2025-01-24 07:00:31Z' -Until '2025-01-24T08:00:00Z' -MinimumLevel information | Show
Get-LogEntry *.log -Level INFORMATION, critical | Show
Watch-LogFile *.log -NoFollow -CheckpointPath state.json | Show
(Get-Content state.json -Raw) -replace '"(seen|born|file|device)": [^,]*'
Remove-Item state.json*
Measure-LogErrors none.log, $PWD -ErrorVariable failed -ErrorAction SilentlyContinue
$failed | ForEach-Object { $_.FullyQualifiedErrorId; $_.Exception.Message }
