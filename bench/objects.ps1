<#
.SYNOPSIS
    Measures how many objects a second the module takes from a pipeline, beside commands of PowerShell that do nothing with them.
.DESCRIPTION
    Sends strings, lines of Get-Content, and objects of the shape that Get-WinEvent writes into Measure-LogErrors and, for comparison, into
    ForEach-Object {}. Each figure is of a session of its own: lines of Get-Content, and objects that a session holds, make its collector of
    garbage slower, for all commands.
.EXAMPLE
    dotnet pwsh -NoProfile bench/objects.ps1
#>
[CmdletBinding()]
param(
    # The manifest of the module to measure. Without it this repository's own is built and measured.
    [string] $Module,

    # How many objects go through the pipeline.
    [ValidateRange(1000, 10000000)]
    [int] $Count = 200000,

    # How many sessions each figure is the median of.
    [ValidateRange(1, 100)]
    [int] $Runs = 3,

    # Where a file is generated meanwhile; out/bench where nothing is said.
    [string] $Data,

    [ValidateSet('Table', 'Markdown', 'Object')]
    [string] $As = 'Table'
)

$ErrorActionPreference = 'Stop'
Import-Module (Join-Path $PSScriptRoot Shared Bench.psm1) -Force
$target = 200000

$Module = Resolve-BenchModule $Module
$folder = New-WorkFolder $Data
$file = Join-Path $folder app.log
$begin = "[datetime]'2025-01-24T07:00:00'"
$inputs = [ordered]@{
    'strings' = "`$global:objects = [System.IO.File]::ReadAllLines('$file')", '$objects'
    'Get-Content' = '', "Get-Content '$file'"
    'events' = ("`$global:objects = foreach (`$i in 1..$Count) { [pscustomobject]@{ TimeCreated = ($begin).AddSeconds(`$i); Level = 2 + `$i % 3; LevelDisplayName = 'Error'; " +
        "ProviderName = `"Disk`$(`$i % 9)`"; Id = `$i % 50; Message = `"Block `$i is damaged on disk `$(`$i % 7)`"; MachineName = 'web1' } }"), '$objects'
}
$takers = 'ForEach-Object {}', 'Measure-LogErrors'
$seconds = @{}
try {
    $time = [datetime]'2025-01-24T07:00:00'
    [System.IO.File]::WriteAllLines($file, [string[]] @(foreach ($i in 1..$Count) { "$($time.AddSeconds($i).ToString('s')) ERROR Order $i failed after $($i % 977) ms" }))
    foreach ($name in $inputs.Keys) {
        $prepare, $source = $inputs[$name]
        foreach ($run in 1..$Runs) {
            foreach ($taker in $takers) {
                Write-Progress -Activity 'objects' -Status "run $run of ${Runs}: $name, $taker"
                $session = Start-BenchSession $Module
                try {
                    if ($prepare) { $null = Invoke-BenchSession $session $prepare }
                    $null = Invoke-BenchSession $session "1..2 | ForEach-Object { $source | Select-Object -First ($Count / 10) | $taker }"
                    $seconds["$name $taker"] += @((Invoke-BenchSession $session "$source | $taker").Seconds)
                }
                finally { Stop-BenchSession $session }
            }
        }
    }
}
finally { Remove-Item -Recurse -Force $folder }

$rows = foreach ($name in $inputs.Keys) {
    $row = [ordered]@{ objects = $name }
    foreach ($taker in $takers) { $row[$taker] = [long] ($Count / (Get-Median $seconds["$name $taker"])) }
    $row['at least'] = "$target $($row['Measure-LogErrors'] -ge $target ? 'met' : 'missed')"
    [pscustomobject] $row
}
if ($As -ne 'Object') {
    Get-Machine
    "Objects a second: medians of $Runs sessions with $Count objects."
}
Show-Table $rows $As
