# Counts of real logs are the truth about them, by path and by pipeline alike. The logs are no part of the project: LOGANALYSIS_LABELLED_LOGS names their folder.
BeforeDiscovery {
    $folder = $env:LOGANALYSIS_LABELLED_LOGS ?? (Join-Path $PSScriptRoot '../../../shared/data')
    $labels = Join-Path $folder 'labels.tsv'
    $missing = -not (Test-Path $labels)
    $truths = if ($missing) { @{ File = "there is no $labels" } } else {
        Import-Csv $labels -Delimiter "`t" | ForEach-Object { @{ File = $_.file; Path = (Resolve-Path (Join-Path $folder $_.file)).Path; Truth = $_ } }
    }
}

Describe 'The truth about <File>' -ForEach $truths -Skip:$missing {
    BeforeAll {
        . $PSScriptRoot/Support.ps1
        $counts = $Truth.lines, $Truth.errors, $Truth.warnings
        $statuses = ($Truth.status_codes | ConvertFrom-Json -AsHashtable).GetEnumerator() | Sort-Object { [int] $_.Key } | ForEach-Object { "$($_.Key): $($_.Value)" }
    }

    It 'is what is counted by <Form>' -ForEach @(
        @{ Form = '-Path'; Run = { param($command, $arguments) & $command $Path @arguments } }
        @{ Form = '-LiteralPath'; Run = { param($command, $arguments) & $command -LiteralPath $Path @arguments } }
        @{ Form = 'lines'; Run = { param($command, $arguments) Get-Content -LiteralPath $Path | & $command @arguments } }
        @{ Form = 'files'; Run = { param($command, $arguments) Get-Item -LiteralPath $Path | & $command @arguments } }
        @{ Form = 'entries'; Run = { param($command, $arguments) Watch-LogFile -LiteralPath $Path -NoFollow | & $command @arguments } }
    ) {
        $summary = & $Run Measure-LogErrors
        $summary.Lines, $summary.Errors, $summary.Warnings | Should -Be $counts
        $summary.Path | Should -BeExactly $Path
        & $Run Get-LogStatusCode @{ Summary = $true } | ForEach-Object { "$($_.Code): $($_.Count)" } | Should -BeExactly $statuses
        $report = & $Run Get-LogReport
        $report.Lines, $report.Errors, $report.Warnings | Should -Be $counts
        $report.StatusCodes | ForEach-Object { "$($_.Code): $($_.Count)" } | Should -BeExactly $statuses
    }
}
