# Times that name no zone are of the zone that -TimeZone names, whatever reads them.
BeforeDiscovery { . $PSScriptRoot/Platform.ps1 }

BeforeAll {
    . $PSScriptRoot/Support.ps1
    Enter-NewFolder
    New-Log a.log '2025-01-24 07:00:30 INFO started', '2025-07-24 07:00:30 ERROR lost', '2025-07-24T07:00:30Z ERROR lost again'
    New-Log access.log '192.0.2.7 - - [24/Jan/2025:07:00:30 +0100] "GET / HTTP/1.1" 500 12'
    function Format-Time($Time) { $Time.ToString('yyyy-MM-dd HH:mm zzz', [cultureinfo]::InvariantCulture) }
    $utc = '2025-01-24 07:00 +00:00', '2025-07-24 07:00 +00:00', '2025-07-24 07:00 +00:00'
    $tokyo = '2025-01-24 07:00 +09:00', '2025-07-24 07:00 +09:00', '2025-07-24 07:00 +00:00'
    $berlin = '2025-01-24 07:00 +01:00', '2025-07-24 07:00 +02:00', '2025-07-24 07:00 +00:00'
}

AfterAll { Pop-Location }

Describe '-TimeZone' {
    It 'is the zone of times without an offset: <Source>' -ForEach @(
        @{ Source = 'Get-LogEntry a.log {0}' }
        @{ Source = 'Get-LogEntry a.log -Tail 3 {0}' }
        @{ Source = 'Get-LogEntry a.log -Merge {0}' }
        @{ Source = 'Get-Content a.log | Get-LogEntry {0}' }
        @{ Source = 'Get-Item a.log | Get-LogEntry {0}' }
        @{ Source = 'Watch-LogFile a.log -NoFollow {0}' }
        @{ Source = 'Watch-LogFile a.log -NoFollow -Multiline {0}' }
        @{ Source = 'Watch-LogFile a.log -FromStart -IdleTimeout 1s {0}' }
    ) {
        Invoke-Expression ($Source -f '-TimeZone +09:00') | ForEach-Object { Format-Time $_.Timestamp } | Should -BeExactly $tokyo
    }

    It 'holds for what is counted: <Source>' -ForEach @(
        @{ Source = 'a.log'; Pipe = '' }
        @{ Source = ''; Pipe = 'Get-Content a.log | ' }
        @{ Source = ''; Pipe = "Watch-LogFile a.log -NoFollow $('-TimeZone +09:00') | " }
    ) {
        Format-Time (Invoke-Expression "$Pipe Measure-LogErrors $Source -TimeZone +09:00").FirstError | Should -BeExactly '2025-07-24 07:00 +09:00'
        Format-Time (Invoke-Expression "$Pipe Get-LogReport $Source -TimeZone +09:00").From | Should -BeExactly '2025-01-24 07:00 +09:00'
        (Invoke-Expression "$Pipe Measure-LogErrors $Source -TimeZone +09:00 -Since 2025-07-23T22:00:00Z -Until 2025-07-23T22:01:00Z").Errors | Should -Be 1
    }

    It 'says nothing about times that have an offset' {
        Format-Time (Get-LogStatusCode access.log -TimeZone -05:00).Timestamp | Should -BeExactly '2025-01-24 07:00 +01:00'
    }

    It 'is local when it is not named' {
        Get-LogEntry a.log | Select-Object -First 1 | ForEach-Object { $_.Timestamp } | Should -Be ([DateTimeOffset] [datetime] '2025-01-24 07:00:30')
        (Get-LogEntry a.log -TimeZone local).Timestamp | Should -Be (Get-LogEntry a.log).Timestamp
    }

    It 'takes <_>' -ForEach 'UTC', 'utc', 'Z', '+0', '+00:00', 'GMT+0', ([TimeZoneInfo]::Utc), ([timespan]::Zero) {
        Get-LogEntry a.log -TimeZone $_ | ForEach-Object { Format-Time $_.Timestamp } | Should -BeExactly $utc
    }

    It 'takes an offset that is typed like a number: <_>' -ForEach '-5', '-05:00', '-0500', '"-05:00"' {
        Format-Time (Invoke-Expression "Get-LogEntry a.log -TimeZone $_")[0].Timestamp | Should -BeExactly '2025-01-24 07:00 -05:00'
    }

    It "takes Windows' names" {
        Get-LogEntry a.log -TimeZone 'W. Europe Standard Time' | ForEach-Object { Format-Time $_.Timestamp } | Should -BeExactly $berlin
    }

    It "takes IANA's names: <_>" -Skip:$isWine -Tag 'Not under Wine: it has no ICU' -ForEach 'Europe/Berlin', 'europe/berlin' {
        Get-LogEntry a.log -TimeZone $_ | ForEach-Object { Format-Time $_.Timestamp } | Should -BeExactly $berlin
    }

    It 'reads the hour that occurs twice, and the one that is skipped, as standard time' {
        '2025-10-26 02:30:00 ERROR twice', '2025-03-30 02:30:00 ERROR skipped' | Get-LogEntry -TimeZone 'W. Europe Standard Time' |
            ForEach-Object { Format-Time $_.Timestamp } | Should -BeExactly '2025-10-26 02:30 +01:00', '2025-03-30 02:30 +01:00'
    }

    It 'decides what an ambiguous abbreviation means' -Skip:$isWine -Tag 'Not under Wine: it has no ICU' {
        '2025-01-24 07:00:30 CST ERROR lost' | Get-LogEntry -TimeZone Asia/Shanghai | ForEach-Object { Format-Time $_.Timestamp } | Should -BeExactly '2025-01-24 07:00 +08:00'
        '2025-01-24 07:00:30 CST ERROR lost' | Get-LogEntry -TimeZone UTC | ForEach-Object { Format-Time $_.Timestamp } | Should -BeExactly '2025-01-24 07:00 -06:00'
    }

    It 'refuses what is no zone, and says what may be meant: <Zone>' -ForEach @(
        @{ Zone = "'klingon'"; Expected = "*'klingon' is not a time zone. Write a name (Europe/Berlin,*" }
        @{ Zone = "'W. Europe Standart Time'"; Expected = "*Did you mean 'W. Europe Standard Time'*" }
        @{ Zone = 'PDT'; Expected = '*Did you mean -07:00?*' }
        @{ Zone = '+15:00'; Expected = '*an offset (+02:00)*' }
        @{ Zone = "''"; Expected = '*is not a time zone*' }
    ) {
        $run = Invoke-Script "Get-LogEntry a.log -TimeZone $Zone"
        $run.Output | Should -BeNullOrEmpty
        $run.Errors | Should -BeLike $Expected
    }

    It 'is completed by names and by places, each with its offset' -Skip:$isWine -Tag 'Not under Wine: it has no ICU' {
        $place = if ($IsWindows) { 'W. Eur' } else { 'Berl' }
        $matches = (TabExpansion2 "Get-LogReport a.log -TimeZone $(if ($IsWindows) { "'$place" } else { $place })").CompletionMatches
        $matches.CompletionText.Trim("'") | Should -Contain $(if ($IsWindows) { 'W. Europe Standard Time' } else { 'Europe/Berlin' })
        $matches[0].ToolTip | Should -Match '^UTC\+0[12]:00 now, '
        (TabExpansion2 'Watch-LogFile a.log -TimeZone ').CompletionMatches.CompletionText | Select-Object -First 2 | Should -Be 'UTC', 'local'
    }
}
