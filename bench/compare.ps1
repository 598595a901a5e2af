<#
.SYNOPSIS
    Compares the module with other tools, or with another version of itself, and checks every answer.
.DESCRIPTION
    Runs each job by the module and by every other tool that is installed, one after the other, in several rounds after one to warm up, so that
    whatever else the machine does hits all of them alike. Commands of PowerShell are timed within a session that has run them for some
    seconds before; programs, and PowerShell as a process, by hyperfine. Every answer is compared with the truth about the generated log.
    Exit code: 1 where the module's answer is wrong.
.EXAMPLE
    ./bench/compare.ps1 -Megabytes 50 -Job errors, pipeline
.EXAMPLE
    ./bench/compare.ps1 -Baseline ../before/LogAnalysis.psd1
    Is this version slower than that one? Runs both in turn, each in a session of its own.
#>
[CmdletBinding()]
param(
    # The manifest of the module to measure. Without it this repository's own is built and measured.
    [string] $Module,

    # The manifest of another version of the module, which takes the place of the other tools.
    [string] $Baseline,

    # Which jobs; all where none is named.
    [ArgumentCompletions('errors', 'statuses', 'access-report', 'app-report', 'json-report', 'pipeline')]
    [string[]] $Job,

    # How often each tool runs; 5, or 20 with a baseline.
    [ValidateRange(1, 1000)]
    [int] $Rounds = ($Baseline ? 20 : 5),

    # How large app.log and access.log are. app.jsonl has 30 % of that, app-part.log 10 %.
    [ValidateRange(10, 100000)]
    [int] $Megabytes = 1000,

    # Where the logs are generated, and kept for the next time; out/bench where nothing is said.
    [string] $Data,

    [ValidateSet('Table', 'Markdown', 'Object')]
    [string] $As = 'Table'
)

$ErrorActionPreference = 'Stop'
Import-Module (Join-Path $PSScriptRoot Shared Bench.psm1), (Join-Path $PSScriptRoot Shared Answers.psm1) -Force
$warmUpSeconds = 3
$slowSeconds = 20

# What is measured for a job: each has a command for a session, or a process.
function Get-Tool([hashtable] $job, [string] $log) {
    $command = $job.Command.Replace('{0}', $log)
    $ours = @{ Command = $command; Answer = $job.Answer; Asks = $job.Asks; IsOurs = $true }
    $ours + @{ Name = 'LogAnalysis, session'; Session = $sessions.Ours }
    if ($Baseline) { return $ours + @{ Name = 'baseline, session'; Session = $sessions.Baseline } }
    if (Test-Program hyperfine) {
        $ours + @{ Name = 'LogAnalysis, process'; Process = Get-PowerShellCommand $Module "`$result = $command; $($job.Answer)" }
    }
    foreach ($tool in $job.Tools | Where-Object { -not $_.Program -or ((Test-Program hyperfine) -and (Test-Program $_.Program)) }) {
        if ($tool.Program) { $tool + @{ Process = @($tool.Program) + @($tool.Arguments).Replace('{0}', $log); Environment = @{ LC_ALL = 'C' } } }
        else { $tool + @{ Session = $sessions.Others } | ForEach-Object { $_.Command = $_.Command.Replace('{0}', $log); $_ } }
    }
}

# Runs a tool once, keeps its seconds and what is wrong with its answer, and returns the seconds.
function Invoke-Tool([hashtable] $tool, [hashtable] $truth) {
    try {
        $reply = $tool.Session ? (Invoke-BenchSession $tool.Session $tool.Command $tool.Answer) : (Measure-BenchProcess $tool.Process $tool.Environment)
        $text = $tool.Convert ? (& $tool.Convert $reply.Text) : $reply.Text
        $tool.Wrong ??= Find-WrongCount (Get-ExpectedCounts $truth $tool.Asks) (Read-Answer $text $tool.Asks)
        $tool.Seconds += @($reply.Seconds)
        $reply.Seconds
    }
    catch {
        $tool.Failed = $true
        $tool.Wrong = "failed: $_"
    }
}

# Runs all tools of a job in turn. What is slow runs once: the run that warms up.
function Measure-Job([hashtable] $job, [hashtable] $truth, [hashtable[]] $tools) {
    foreach ($round in 0..$Rounds) {
        # Every second round goes backwards, so that no tool always follows the same one.
        $turn = $round % 2 ? $tools : $tools[($tools.Count - 1)..0]
        foreach ($tool in $turn | Where-Object { -not $_.Failed -and -not ($_.Seconds -gt $slowSeconds) }) {
            Write-Progress -Activity $job.Name -Status "$($round ? "round $round of $Rounds" : 'warm-up'): $($tool.Name)"
            $total = Invoke-Tool $tool $truth
            if ($round -or $total -gt $slowSeconds) { continue }
            while ($tool.Session -and -not $tool.Failed -and $total -lt $warmUpSeconds) { $total += Invoke-Tool $tool $truth }
            $tool.Seconds = @()
        }
    }
}

function ConvertTo-Result([hashtable] $job, [hashtable[]] $tools) {
    $session, $process = foreach ($name in 'session', 'process') { Get-Median ($tools | Where-Object Name -EQ "LogAnalysis, $name").Seconds }
    foreach ($tool in $tools) {
        $median = Get-Median $tool.Seconds
        [pscustomobject]@{
            Job = $job.Name; Tool = $tool.Name; Median = $median; Seconds = [double[]] $tool.Seconds
            SessionRatio = $tool.Name -like 'LogAnalysis,*' ? [double]::NaN : $session / $median
            ProcessRatio = $tool.IsOurs ? [double]::NaN : $process / $median
            MaxRatio = $tool.MaxRatio; Asks = $tool.Asks; Wrong = $tool.Wrong; Failed = [bool] $tool.Failed; IsOurs = [bool] $tool.IsOurs
        }
    }
}

# The rows of a job. A table in a terminal has no room for answers: what is wrong or missed is listed below it.
function ConvertTo-Row([object[]] $results) {
    foreach ($result in $results) {
        $row = [ordered]@{ tool = $result.Tool; seconds = Format-Figure $result.Median; 'min - max' = Format-Range $result.Seconds }
        $ratios = (Format-Figure $result.SessionRatio), (Format-Figure $result.ProcessRatio)
        if ($As -eq 'Table') {
            $row += [ordered]@{ session = $ratios[0]; process = $ratios[1]; limit = "$($result.MaxRatio)"; right = $result.Wrong ? 'no' : 'yes' }
        }
        else {
            $limit = if ($result.MaxRatio) { "$($result.MaxRatio) $($result.SessionRatio -le $result.MaxRatio ? 'met' : 'missed')" }
            $answer = $result.Failed ? $result.Wrong : $result.Wrong ? "wrong: $($result.Wrong)" : "right: $($result.Asks -join ', ')".ToLowerInvariant()
            $row += [ordered]@{ 'session / tool' = $ratios[0]; 'process / tool' = $ratios[1]; 'at most' = $limit; answer = $answer }
        }
        [pscustomobject] $row
    }
}

function Show-Result([hashtable] $job, [hashtable] $truth, [object[]] $results) {
    if ($As -eq 'Object') { return $results }
    $title = "$($job.Name): $($job.Command.Replace("'{0}'", $job.Log)), $(Format-Size $truth.Bytes), $($truth.Lines.ToString('N0')) lines"
    ''
    $As -eq 'Markdown' ? "### $title" : $title
    Show-Table (ConvertTo-Row $results) $As
    if ($As -eq 'Markdown') { return }
    $results | Where-Object Wrong | ForEach-Object { "  $($_.Tool): $($_.Wrong)" }
    $results | Where-Object { $_.MaxRatio -and $_.SessionRatio -gt $_.MaxRatio } | ForEach-Object { "  $($_.Tool): misses the limit, $($_.MaxRatio)." }
}

# New and old, job by job. The quartiles are of the ratios of one round each: they say how much of the ratio is noise.
function Show-Baseline([object[]] $results) {
    $rows = foreach ($name in $jobs.Name) {
        $new, $old = $results | Where-Object Job -EQ $name
        $count = [math]::Min($new.Seconds.Count, $old.Seconds.Count)
        $ratios = @(for ($i = 0; $i -lt $count; $i++) { $new.Seconds[$i] / $old.Seconds[$i] }) | Sort-Object
        $quartiles = if ($ratios) { 1, 3 | ForEach-Object { Format-Figure @($ratios)[[int][math]::Floor($_ * ($count - 1) / 4)] } }
        [pscustomobject][ordered]@{
            job = $name; new = Format-Figure $new.Median; old = Format-Figure $old.Median
            'new / old' = Format-Figure ($new.Median / $old.Median); 'quartiles' = $quartiles -join ' - '
        }
    }
    Show-Table $rows $As
}

$jobs = & (Join-Path $PSScriptRoot Shared Jobs.ps1)
# From outside PowerShell, errors,statuses is one string.
$names = $Job ? ($Job -split ',') : $jobs.Name
$unknown = $names | Where-Object { $_ -notin $jobs.Name }
if ($unknown) { throw "There is no job '$unknown' among $($jobs.Name -join ', ')." }
$jobs = $jobs | Where-Object Name -In $names
$sizes = @{ 'app.log' = "app=${Megabytes}m"; 'syslog.log' = "syslog=${Megabytes}m"; 'timed.log' = "timed=${Megabytes}m"; 'access.log' = "access=${Megabytes}m"; 'app.jsonl' = "json=$(300 * $Megabytes)k"; 'app-part.log' = "app-part=$(100 * $Megabytes)k" }
$Module = Resolve-BenchModule $Module
$Baseline = $Baseline ? (Resolve-BenchModule $Baseline) : ''
$Data = Resolve-DataFolder $Data
$truths = New-BenchData $Data $sizes[@($jobs.Log | Sort-Object -Unique)]
$sessions = @{}
$all = @()
try {
    $sessions.Ours = Start-BenchSession $Module
    if ($Baseline) { $sessions.Baseline = Start-BenchSession $Baseline } else { $sessions.Others = Start-BenchSession }
    if ($As -ne 'Object') {
        Get-Machine
        "Rounds in turn: $Rounds, after one to warm up, and $warmUpSeconds s in sessions. Seconds are"
        "medians. What takes more than $slowSeconds s runs once only."
    }
    foreach ($one in $jobs) {
        $tools = @(Get-Tool $one (Join-Path $Data $one.Log))
        Measure-Job $one $truths[$one.Log] $tools
        $results = @(ConvertTo-Result $one $tools)
        $all += $results
        if (-not $Baseline -or $As -eq 'Object') { Show-Result $one $truths[$one.Log] $results }
    }
}
finally { $sessions.Values | ForEach-Object { Stop-BenchSession $_ } }

if ($Baseline -and $As -ne 'Object') { Show-Baseline $all }
$missing = @(if (-not $Baseline) { 'hyperfine'; $jobs.Tools.Program }) | Where-Object { $_ -and -not (Test-Program $_) } | Select-Object -Unique
if ($missing) { Write-Warning "Not installed: $($missing -join ', ').$($missing -contains 'hyperfine' ? ' Without hyperfine no programs are measured.' : '')" }
$wrong = $all | Where-Object { $_.IsOurs -and $_.Wrong }
$wrong | ForEach-Object { Write-Warning "$($_.Job), $($_.Tool): $($_.Wrong)" }
exit [int] [bool] $wrong
