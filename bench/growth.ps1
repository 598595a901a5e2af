<#
.SYNOPSIS
    Measures whether time and memory grow as they should with the size of a file, and with the number of files.
.DESCRIPTION
    Runs commands in new processes over larger and larger files, made of the same 10 MB again and again, and over more and more files: of 100 MB
    together, then of 10 KB each. Memory is the resident set at its peak while the command runs for the first time, less what the session
    held before. Time is that of the command after some seconds of the same over 10 MB.
.EXAMPLE
    ./bench/growth.ps1 -Megabytes 1000 -Runs 1
#>
[CmdletBinding()]
param(
    # The manifest of the module to measure. Without it this repository's own is built and measured.
    [string] $Module,

    # How large the largest file is.
    [ValidateRange(10, 1000000)]
    [int] $Megabytes = 10000,

    # How many processes each figure comes from.
    [ValidateRange(1, 1000)]
    [int] $Runs = 3,

    # Where files are generated meanwhile; out/bench where nothing is said.
    [string] $Data,

    [ValidateSet('Table', 'Markdown', 'Object')]
    [string] $As = 'Table'
)

$ErrorActionPreference = 'Stop'
Import-Module (Join-Path $PSScriptRoot Shared Bench.psm1) -Force
$warmUpSeconds = 3
$commands = 'Measure-LogErrors', 'Get-LogReport'

# Seconds of the warm command, and the peak of the memory of the first run, above what the session held before.
function Measure-Fresh([string] $command, [string] $path, [string] $warmUp) {
    $session = Start-BenchSession $Module
    try {
        $id = $session.Process.Id
        # Linux: 5 resets the peak (proc(5)). Elsewhere the peak is that of the whole life of the process.
        if (Test-Path "/proc/$id/clear_refs") { [IO.File]::WriteAllText("/proc/$id/clear_refs", '5') }
        $session.Process.Refresh()
        $idle = $session.Process.WorkingSet64
        $null = Invoke-BenchSession $session "$command '$path'"
        $session.Process.Refresh()
        $peak = $session.Process.PeakWorkingSet64
        $null = Invoke-BenchSession $session "`$until = [DateTime]::UtcNow.AddSeconds($warmUpSeconds); do { $command '$warmUp' } while ([DateTime]::UtcNow -lt `$until)"
        [pscustomobject]@{ Seconds = (Invoke-BenchSession $session "$command '$path'").Seconds; Memory = $peak - $idle }
    }
    finally { Stop-BenchSession $session }
}

# A row: of several processes the median of the times, and the highest peak.
function Measure-Growth([string] $command, [string] $path, [string] $warmUp, [long] $bytes, [Collections.IDictionary] $columns) {
    Write-Progress -Activity 'growth' -Status "$command, $($columns.Values -join ', ')"
    $all = 1..$Runs | ForEach-Object { Measure-Fresh $command $path $warmUp }
    $seconds = Get-Median $all.Seconds
    $row = [ordered]@{ command = $command } + $columns + [ordered]@{ seconds = $seconds.ToString('0.000'); 's / GB' = ($seconds / $bytes * 1e9).ToString('0.00') }
    if ($columns.files) { $row['ms / file'] = (1000 * $seconds / $columns.files).ToString('0.00') }
    $row['memory MB'] = [long] (($all.Memory | Measure-Object -Maximum).Maximum / 1e6)
    [pscustomobject] $row
}

# One log that grows by the same 10 MB.
function Measure-Size([string] $log) {
    $block, $path = (Join-Path $folder $log), (Join-Path $folder "growing-$log")
    $bytes = [IO.File]::ReadAllBytes($block)
    foreach ($size in 10, 100, 1000, 10000, 100000, 1000000 | Where-Object { $_ -le $Megabytes }) {
        $file = [IO.File]::Open($path, 'Append')
        try {
            if ([IO.DriveInfo]::new($folder).AvailableFreeSpace -lt 1e6 * $size - $file.Length + $bytes.Length) { Write-Warning "No room for $size MB."; break }
            while ($file.Length -lt 1e6 * $size) { $file.Write($bytes) }
            $length = $file.Length
        }
        finally { $file.Dispose() }
        foreach ($command in $commands) { Measure-Growth $command $path $block $length ([ordered]@{ file = $log; size = Format-Size $length }) }
    }
    Remove-Item $path -ErrorAction Ignore
}

# More and more files of the same beginning of a log.
function Measure-Count([int] $count, [long] $size, [byte[]] $bytes) {
    $files = (New-Item -ItemType Directory (Join-Path $folder files)).FullName
    $size = [Array]::IndexOf($bytes, [byte] 10, [math]::Min($size, $bytes.Length) - 1) + 1
    $content = [byte[]]::new($size)
    [Array]::Copy($bytes, $content, $size)
    foreach ($i in 1..$count) { [IO.File]::WriteAllBytes((Join-Path $files "$i.log"), $content) }
    foreach ($command in $commands) {
        Measure-Growth $command (Join-Path $files '*.log') (Join-Path $folder app.log) ($count * $size) ([ordered]@{ files = $count; together = Format-Size ($count * $size) })
    }
    Remove-Item -Recurse $files
}

$Module = Resolve-BenchModule $Module
$folder = New-WorkFolder $Data
try {
    $null = New-BenchData $folder app=10m, access=10m, app-part=100m
    if ($As -ne 'Object') {
        Get-Machine
        "New processes for each figure: $Runs. Memory is that of the first run above idle,"
        "the highest; seconds are those after $warmUpSeconds s more, medians."
    }
    foreach ($log in 'app.log', 'access.log') { Show-Table (Measure-Size $log) $As }
    $bytes = [IO.File]::ReadAllBytes((Join-Path $folder app-part.log))
    $counts = 1, 10, 100, 1000, 10000
    Show-Table @(
        foreach ($count in $counts) { Measure-Count $count (1e8 / $count) $bytes }
        # 10,000 of 10 KB have 100 MB together: they are above.
        foreach ($count in $counts | Where-Object { $_ -lt 10000 }) { Measure-Count $count 10000 $bytes }
    ) $As
}
finally { Remove-Item -Recurse -Force $folder }
