# Compares what a tool answers with the truth about a generated log.

# The words by which tools and logs name levels; names of hash tables have no case.
$LevelNames = @{ debug = 'Debug'; info = 'Information'; information = 'Information'; warn = 'Warning'; warning = 'Warning'; error = 'Error'; fatal = 'Critical'; critical = 'Critical' }

# Which of the things that are asked a name is an answer to.
function Get-Question([string] $Name) {
    switch -Regex -CaseSensitive ($Name) {
        '^(Lines|Errors|Timed)$' { return $Name }
        '^(Entries|Warnings)$' { return 'Entries' }
        '^[1-5]\d\d$' { return 'Statuses' }
        default { if ($LevelNames.ContainsKey($Name)) { 'Levels' } }
    }
}

# Counts by name, as far as they are asked, of text that has names, each with a count behind it.
function Read-Answer([string] $Text, [string[]] $Asks) {
    $counts = @{}
    foreach ($match in [regex]::Matches($Text, '(\w+)[ ,=](\d+)(?!\S)')) {
        $name = $match.Groups[1].Value
        if ((Get-Question $name) -in $Asks) { $counts[$LevelNames[$name] ?? $name] = [long] $match.Groups[2].Value }
    }
    $counts
}

# The counts that are true of a log, as far as they are asked.
function Get-ExpectedCounts([hashtable] $Truth, [string[]] $Asks) {
    $all = @{ Lines = $Truth.Lines; Errors = $Truth.Errors; Entries = $Truth.Entries; Warnings = $Truth.Warnings; Timed = $Truth.Timed } + $Truth.Levels + $Truth.Statuses
    $counts = @{}
    $all.Keys | Where-Object { (Get-Question $_) -in $Asks } | ForEach-Object { $counts[$_] = $all[$_] }
    $counts
}

# The greatest difference in one line; nothing where there is none.
function Find-WrongCount([hashtable] $Expected, [hashtable] $Answer) {
    $wrong = @($Expected.Keys + $Answer.Keys | Sort-Object -Unique | Where-Object { $Expected[$_] -ne $Answer[$_] } |
        Sort-Object { [math]::Abs($Answer[$_] - $Expected[$_]) } -Descending)
    if (-not $wrong) { return }
    $said, $should = [long] $Answer[$wrong[0]], [long] $Expected[$wrong[0]]
    $share = $should ? [string]::Format([cultureinfo]::InvariantCulture, ' ({0:+0.0#;-0.0#} %)', 100.0 * ($said - $should) / $should) : ''
    $more = $wrong.Count -gt 1 ? ", and $($wrong.Count - 1) more" : ''
    [string]::Format([cultureinfo]::InvariantCulture, '{0} {1:N0}, not {2:N0}{3}{4}', $wrong[0], $said, $should, $share, $more)
}

Export-ModuleMember -Function Read-Answer, Get-ExpectedCounts, Find-WrongCount
