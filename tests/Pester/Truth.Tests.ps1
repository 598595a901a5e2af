# Counts of real logs are the truth about them, by path and by pipeline alike. The logs are no part of the project: LOGANALYSIS_LABELLED_LOGS names their folder.
BeforeDiscovery {
    $folder = $env:LOGANALYSIS_LABELLED_LOGS
    $labels = "$folder/labels.tsv"
    $missing = -not $folder -or -not (Test-Path -LiteralPath $labels)
    $truths = if ($missing) { @{ File = 'labelled logs' } } else {
        Import-Csv $labels -Delimiter "`t" | ForEach-Object { @{ File = $_.file; Log = (Resolve-Path (Join-Path $folder $_.file)).Path; Truth = $_ } }
    }
}

Describe 'The truth about <File>' -ForEach $truths -Skip:$missing -Tag 'needs labelled logs: LOGANALYSIS_LABELLED_LOGS names no folder with labels.tsv' {
    BeforeAll {
        . $PSScriptRoot/Support.ps1
        $counts = $Truth.lines, $Truth.errors, $Truth.warnings
        $statuses = ($Truth.status_codes | ConvertFrom-Json -AsHashtable).GetEnumerator() | Sort-Object { [int] $_.Key } | ForEach-Object { "$($_.Key): $($_.Value)" }
    }

    It 'is what is counted by <Form>' -ForEach @(
        @{ Form = '-Path'; Count = '{0} -Path $Log' }
        @{ Form = '-LiteralPath'; Count = '{0} -LiteralPath $Log' }
        @{ Form = 'lines'; Count = 'Get-Content -LiteralPath $Log | {0}' }
        @{ Form = 'files'; Count = 'Get-Item -LiteralPath $Log | {0}' }
        @{ Form = 'entries'; Count = 'Watch-LogFile -LiteralPath $Log -NoFollow | {0}' }
    ) {
        $summary = Invoke-Expression ($Count -f 'Measure-LogErrors')
        $summary.Lines, $summary.Errors, $summary.Warnings | Should -Be $counts
        $summary.Path | Should -BeExactly $Log
        Invoke-Expression ($Count -f 'Get-LogStatusCode -Summary') | ForEach-Object { "$($_.Code): $($_.Count)" } | Should -BeExactly $statuses
        $report = Invoke-Expression ($Count -f 'Get-LogReport')
        $report.Lines, $report.Errors, $report.Warnings | Should -Be $counts
        $report.StatusCodes | ForEach-Object { "$($_.Code): $($_.Count)" } | Should -BeExactly $statuses
    }
}
