# What has changed from one report to another.
BeforeAll {
    . $PSScriptRoot/Support.ps1

    # A number of lines of a message, over ten hours of a day.
    function New-Lines([string] $Message, [int] $Count, [string] $Day = '24', [string] $Level = 'ERROR') {
        foreach ($i in 0..($Count - 1)) { if ($Count) { "2025-01-${Day}T0$($i % 10):00:30Z $Level $($Message -replace '#', $i)" } }
    }

    # A report of ten hours.
    function New-Report([string[]] $Lines, [string] $Day = '24') {
        $Lines + "2025-01-${Day}T00:00:00Z INFO begin" + "2025-01-${Day}T10:00:00Z INFO end" | Get-LogReport
    }

    function Get-Change($Changes, [string] $Kind, [string] $Name) { $Changes | Where-Object { $_.Kind -eq $Kind -and $_.Name -eq $Name } }
}

Describe 'Compare-LogReport' {
    BeforeAll {
        $before = New-Report @(New-Lines 'order # failed' 20; New-Lines 'cache slow' 60; New-Lines 'disk gone' 9; New-Lines 'steady' 30)
        $after = New-Report -Day 25 @(New-Lines 'order # failed' 90 25; New-Lines 'cache slow' 12 25; New-Lines 'mail System.Net.Mail.SmtpException: refused' 12 25; New-Lines 'steady' 33 25)
        $changes = Compare-LogReport $before $after -IncludeEqual
    }

    It 'says that <Name> is <Change>' -ForEach @(
        @{ Name = 'mail System.Net.Mail.SmtpException: refused'; Change = 'New'; Before = 0; After = 12 }
        @{ Name = 'order <num> failed'; Change = 'Risen'; Before = 20; After = 90 }
        @{ Name = 'cache slow'; Change = 'Fallen'; Before = 60; After = 12 }
        @{ Name = 'disk gone'; Change = 'Gone'; Before = 9; After = 0 }
        @{ Name = 'steady'; Change = 'Equal'; Before = 30; After = 33 }
    ) {
        $found = Get-Change $changes Pattern $Name
        $found.Change, $found.Before, $found.After | Should -Be $Change, $Before, $After
        if ($Change -eq 'Equal') { $found.Significance | Should -BeLessThan 0.95 } else { $found.Significance | Should -BeGreaterOrEqual 0.95 }
        $found.Example | Should -Not -BeNullOrEmpty
        $found.Id | Should -Match '^[0-9A-F]{8}$'
    }

    It 'is rates per hour of log time' {
        (Get-Change $changes Pattern 'order <num> failed').Ratio | Should -Be 4.5
        (Get-Change $changes Pattern 'disk gone').Ratio | Should -Be 0
        (Get-Change $changes Pattern 'mail System.Net.Mail.SmtpException: refused').Ratio | Should -BeNullOrEmpty
        # As many in an hour as in ten before.
        $hour = @(New-Lines 'steady' 30 | ForEach-Object { $_ -replace 'T0\d:00:30', 'T00:30:00' }) + '2025-01-24T00:00:00Z INFO begin' + '2025-01-24T01:00:00Z INFO end' | Get-LogReport
        $risen = Get-Change (Compare-LogReport (New-Report (New-Lines 'steady' 30)) $hour) Pattern steady
        $risen.Change, $risen.Ratio | Should -Be 'Risen', 10
    }

    It 'takes the length of a window where a report is of one' {
        $log = Join-Path $TestDrive 'windows.log'
        Set-Content $log (@(New-Lines 'steady' 20 | Where-Object { $_ -match 'T0[01]' }) | Sort-Object)
        $windows = Get-LogReport $log -Every 1h
        (Compare-LogReport $windows[0] $windows[1] -IncludeEqual | Where-Object Kind -EQ Pattern).Ratio | Should -Be 1
    }

    It 'compares exceptions, statuses, URLs and levels too' {
        (Get-Change $changes Exception System.Net.Mail.SmtpException).Change | Should -Be New
        (Get-Change $changes Level Error).Change | Should -Be Equal
        $requests = foreach ($i in 1..40) { '1.2.3.4 - - [24/Jan/2025:0{0}:00:30 +0000] "GET /{1} HTTP/1.1" {2} 90' -f ($i % 10), 'a', 200 }
        $failing = foreach ($i in 1..40) { '1.2.3.4 - - [24/Jan/2025:0{0}:00:30 +0000] "GET /{1} HTTP/1.1" {2} 90' -f ($i % 10), ($i % 2 ? 'a' : 'b'), ($i % 2 ? 200 : 503) }
        $web = Compare-LogReport ($requests | Get-LogReport) ($failing | Get-LogReport)
        (Get-Change $web StatusCode '503 Service Unavailable').Id | Should -Be 503
        (Get-Change $web StatusCode '200 OK').Change | Should -Be Fallen
        (Get-Change $web Url /b).Change | Should -Be New
        (Get-Change $web Level Error).Change | Should -Be New
    }

    It 'does not cry wolf: <Before> and <After> of a kind are nothing to speak of' -ForEach @(
        @{ Before = 1; After = 2 }, @{ Before = 1; After = 4 }, @{ Before = 3; After = 1 }, @{ Before = 10; After = 15 }, @{ Before = 5000; After = 5500 }
    ) {
        $found = Get-Change (Compare-LogReport (New-Report (New-Lines x $Before)) (New-Report -Day 25 (New-Lines x $After 25)) -IncludeEqual) Pattern x
        $found.Change | Should -Be Equal
    }

    It 'is sure of nothing that occurred once' {
        (Compare-LogReport (New-Report @()) (New-Report -Day 25 (New-Lines x 1 25)) | Where-Object Kind -EQ Pattern).Significance | Should -Be 0
    }

    It 'leaves out what is equal, and tells of each kind and change the most significant' {
        Compare-LogReport $before $before | Should -BeNullOrEmpty
        Compare-LogReport $before $before -IncludeEqual | ForEach-Object Change | Sort-Object -Unique | Should -Be Equal
        $many = New-Report -Day 25 @(foreach ($letter in [char[]] 'abcdefghijklmno') { New-Lines "$letter$letter$letter happened" 4 25 })
        $verbose = Compare-LogReport (New-Report (New-Lines fine 5)) $many -Top 3 -Verbose 4>&1
        @($verbose | Where-Object { $_.Kind -eq 'Pattern' -and $_.Change -eq 'New' }) | Should -HaveCount 3
        "$($verbose | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] })" | Should -Match '12 more of kind Pattern are New'
    }

    It 'knows a pattern again that more messages have made more general' {
        $one = New-Report (New-Lines 'connection to web1 lost' 30)
        $several = New-Report -Day 25 @(New-Lines 'connection to web1 lost' 10 25; New-Lines 'connection to web2 lost' 10 25; New-Lines 'connection to web3 lost' 10 25)
        Compare-LogReport $one $several | Where-Object Kind -EQ Pattern | Should -BeNullOrEmpty
    }

    It 'takes reports from <Where>' -ForEach @(
        @{ Where = 'jobs'; Convert = { $_ | ConvertTo-Returned } }
        @{ Where = 'JSON'; Convert = { $_ | ConvertTo-Json -Depth 4 | ConvertFrom-Json } }
        @{ Where = 'a file of Export-Clixml'; Convert = { $path = Join-Path $TestDrive "$(New-Guid).xml"; $_ | Export-Clixml $path; $path } }
        @{ Where = 'a file of Export-LogReport'; Convert = { $path = Join-Path $TestDrive "$(New-Guid).json"; $_ | Export-LogReport $path; Get-Item $path } }
    ) {
        $old, $new = $before, $after | ForEach-Object $Convert
        Compare-LogReport $old $new -IncludeEqual | ConvertTo-Json | Should -BeExactly ($changes | ConvertTo-Json)
        $new | Compare-LogReport $old -IncludeEqual | ConvertTo-Json | Should -BeExactly ($changes | ConvertTo-Json)
    }

    It 'reports what is no report: <Script>' -ForEach @(
        @{ Script = 'Compare-LogReport $before 17'; Expected = 'NotAReport InvalidType' }
        @{ Script = 'Compare-LogReport 17 $before'; Expected = 'NotAReport InvalidType' }
        @{ Script = 'Compare-LogReport no-such.json $before'; Expected = 'FileNotFound ObjectNotFound' }
        @{ Script = 'Compare-LogReport $samples/app.log $before'; Expected = 'NotAReport InvalidData' }
        @{ Script = 'Compare-LogReport $samples/jobs.jsonl $before'; Expected = 'NotAReport InvalidData' }
        @{ Script = 'Compare-LogReport $samples $before'; Expected = 'PathIsDirectory InvalidArgument' }
        @{ Script = '"<html/>" > $TestDrive/page.xml; Compare-LogReport $TestDrive/page.xml $before'; Expected = 'NotAReport InvalidData' }
        @{ Script = '1..3 | Export-Clixml $TestDrive/other.xml; Compare-LogReport $TestDrive/other.xml $before'; Expected = 'NotAReport InvalidData' }
    ) {
        $run = Invoke-Script $Script
        $run.Output | Should -BeNullOrEmpty
        Format-Failure $run.Errors | Should -BeExactly $Expected
    }

    It 'reads like a change log, and says a line where it is text' {
        $shown = $changes | Out-String -Width 80
        $shown -split '\r?\n' -match 'Change: ' | ForEach-Object Trim | Should -Be 'Change: New', 'Change: Risen', 'Change: Fallen', 'Change: Gone', 'Change: Equal'
        $shown | Should -Match '(?m)^Pattern +20 +90 +x4\.5 +99\.9% order <num> failed'
        "$(Get-Change $changes Pattern 'order <num> failed')" | Should -BeExactly 'Risen Pattern: order <num> failed (20 to 90)'
    }
}
