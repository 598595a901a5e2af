# Parameters that every command which reads logs has: one name, one meaning, one completion, one help text.
BeforeDiscovery {
    . $PSScriptRoot/Support.ps1
    $shared = (Get-Command Get-LogEntry).Parameters.Values | Where-Object { $_.Name -in 'Path', 'LiteralPath', 'InputObject', 'Exclude', 'Encoding', 'Format', 'TimeZone', 'Since', 'Until', 'MinimumLevel', 'Level', 'Pattern', 'NotPattern' }
}

BeforeAll {
    . $PSScriptRoot/Support.ps1
    $reading = 'Watch-LogFile', 'Get-LogEntry', 'Measure-LogErrors', 'Get-LogStatusCode', 'Get-LogReport'
    function Format-Attribute($Attribute) {
        $values = $Attribute.psobject.Properties | Where-Object { $_.Value -is [ValueType] -or $_.Value -is [string] -or $_.Value -is [array] } | Sort-Object Name
        $Attribute.GetType().Name + (-join ($values | ForEach-Object { "; $($_.Name) $($_.Value -join ', ')" }))
    }

    Enter-NewFolder
    New-Log all.jsonl '{"ts":"2025-01-24T07:00:00Z","level":"info","msg":"one","status_code":200}',
        '{"ts":"2025-01-24T07:01:00Z","level":"warn","msg":"two","status_code":404}',
        '{"ts":"2025-01-24T07:02:00Z","level":"error","msg":"three","status_code":500}',
        '{"ts":"2025-01-24T07:03:00Z","level":"fatal","msg":"four three","status_code":503}'
    New-Log trace.log '2025-01-24 07:00:00 ERROR boom', 'java.net.SocketTimeoutException: late', "`tat a.b(C.java:1)",
        '2025-01-24 07:01:00 ERROR bang', 'java.io.IOException: closed', '2025-01-24 07:02:00 INFO fine'

    # How many entries each command has read.
    $counting = [ordered] @{
        'Get-LogEntry' = { param($Arguments) @(Invoke-Expression "Get-LogEntry $Arguments").Count }
        'Watch-LogFile' = { param($Arguments) @(Invoke-Expression "Watch-LogFile $Arguments -NoFollow -Multiline").Count }
        'Measure-LogErrors' = { param($Arguments) (Invoke-Expression "Measure-LogErrors $Arguments").Entries }
        'Get-LogReport' = { param($Arguments) (Invoke-Expression "Get-LogReport $Arguments").Entries }
    }
}

AfterAll { Pop-Location }

Describe 'A parameter of every reading command' {
    It 'is the same everywhere: -<Name>' -ForEach @($shared | ForEach-Object { @{ Name = $_.Name } }) {
        $expected = (Get-Command Get-LogEntry).Parameters[$Name]
        $help = (Get-Help Get-LogEntry -Parameter $Name).description.Text
        $help | Should -Not -BeNullOrEmpty
        foreach ($command in $reading) {
            $parameter = (Get-Command $command).Parameters[$Name]
            $parameter.ParameterType | Should -Be $expected.ParameterType -Because $command
            $parameter.Attributes | ForEach-Object { Format-Attribute $_ } | Should -BeExactly ($expected.Attributes | ForEach-Object { Format-Attribute $_ }) -Because $command
            $parameter.Aliases | Should -BeExactly $expected.Aliases
            (Get-Help $command -Parameter $Name).description.Text | Should -BeExactly $help -Because $command
        }
    }

    It 'selects the same entries everywhere: <Arguments>' -ForEach @(
        @{ Arguments = 'all.jsonl'; Expected = 4 }
        @{ Arguments = 'all.jsonl -MinimumLevel Error'; Expected = 2 }
        @{ Arguments = 'all.jsonl -Level Warning, Critical'; Expected = 2 }
        @{ Arguments = 'all.jsonl -MinimumLevel Error -Level Warning, Critical'; Expected = 1 }
        @{ Arguments = 'all.jsonl -Since 2025-01-24T07:01:00Z'; Expected = 3 }
        @{ Arguments = 'all.jsonl -Until 2025-01-24T07:01:00Z'; Expected = 1 }
        @{ Arguments = 'all.jsonl -Since 2025-01-24T07:01:00Z -Until 2025-01-24T07:03:00Z'; Expected = 2 }
        @{ Arguments = 'all.jsonl -Pattern THREE'; Expected = 2 }
        @{ Arguments = 'all.jsonl -NotPattern THREE'; Expected = 2 }
        @{ Arguments = 'all.jsonl -Pattern three -NotPattern four'; Expected = 1 }
        @{ Arguments = 'all.jsonl -Pattern three -Level Critical'; Expected = 1 }
        @{ Arguments = 'trace.log -Pattern SocketTimeout'; Expected = 1 }
        @{ Arguments = "trace.log -NotPattern 'SocketTimeout|fine'"; Expected = 1 }
        @{ Arguments = "trace.log -NotPattern '(?<=java\.)io'"; Expected = 2 }
    ) {
        foreach ($command in $counting.Keys) { & $counting[$command] $Arguments | Should -Be $Expected -Because $command }
        if ($Arguments -like 'all*') {
            (Invoke-Expression "Get-LogStatusCode $Arguments").Count | Should -Be $Expected
            (Invoke-Expression "Get-LogStatusCode $Arguments -Summary" | Measure-Object Count -Sum).Sum | Should -Be $Expected
        }
    }

    It 'selects the same from the pipeline, and among responses: <Arguments>' -ForEach @(
        @{ Arguments = '-MinimumLevel Error'; Expected = 2 }
        @{ Arguments = '-Level Warning, Information'; Expected = 2 }
        @{ Arguments = '-Since 2025-01-24T07:01:00Z -Until 2025-01-24T07:03:00Z'; Expected = 2 }
        @{ Arguments = '-NotPattern three'; Expected = 2 }
    ) {
        foreach ($source in 'Get-Content all.jsonl', 'Get-LogEntry all.jsonl', 'Get-Item all.jsonl', 'Get-LogStatusCode all.jsonl') {
            foreach ($command in 'Measure-LogErrors', 'Get-LogReport') {
                (Invoke-Expression "$source | $command $Arguments").Entries | Should -Be $Expected -Because "$source | $command"
            }
            (Invoke-Expression "$source | Get-LogStatusCode $Arguments").Count | Should -Be $Expected -Because $source
        }
    }

    It 'cannot select among what is counted already, and says so: <Script>' -ForEach @(
        @{ Script = 'Measure-LogErrors all.jsonl | Measure-LogErrors -MinimumLevel Error' }
        @{ Script = 'Measure-LogErrors all.jsonl -By Level | Get-LogReport -Pattern x' }
        @{ Script = 'Get-LogStatusCode all.jsonl -Summary | Get-LogStatusCode -Summary -Since 1h' }
        @{ Script = 'Get-LogReport all.jsonl | Get-LogReport -Level Error' }
    ) {
        Format-Failure (Invoke-Script $Script).Errors | Should -BeExactly 'CannotFilterCounts InvalidArgument'
    }
}

Describe '-Since and -Until' {
    BeforeAll {
        New-Log recent.log $(foreach ($minutes in 300, 100, 80, 50) { "$([datetimeoffset]::Now.AddMinutes(-$minutes).ToString('o')) ERROR $minutes minutes ago" })
    }

    It 'count a span back from now: <Since>' -ForEach @(
        @{ Since = '-1h'; Expected = 1 }
        @{ Since = '1h'; Expected = 1 }
        @{ Since = '1h30m'; Expected = 2 }
        @{ Since = '90min'; Expected = 2 }
        @{ Since = '-90min'; Expected = 2 }
        @{ Since = "'1 hour 30 minutes'"; Expected = 2 }
        @{ Since = '2d'; Expected = 4 }
        @{ Since = '2h'; Expected = 3 }
        @{ Since = '([timespan] "01:30:00")'; Expected = 2 }
        @{ Since = '([timespan] "-01:30:00")'; Expected = 2 }
        @{ Since = '(New-TimeSpan -Minutes 70)'; Expected = 1 }
        @{ Since = '([datetime]::Now.AddMinutes(-90))'; Expected = 2 }
        @{ Since = '2h -Until 1h'; Expected = 2 }
    ) {
        (Invoke-Expression "Measure-LogErrors recent.log -Since $Since").Errors | Should -Be $Expected
        @(Invoke-Expression "Get-LogEntry recent.log -Since $Since").Count | Should -Be $Expected
    }
}

Describe 'Watch-LogFile' {
    It 'writes the lines of the entries that are wanted: <Arguments>' -ForEach @(
        @{ Arguments = '-MinimumLevel Error'; Expected = 1, 2, 3, 4, 5 }
        @{ Arguments = '-Pattern SocketTimeout'; Expected = 1, 2, 3 }
        @{ Arguments = '-NotPattern SocketTimeout'; Expected = 4, 5, 6 }
        @{ Arguments = '-Pattern fine'; Expected = 6 }
    ) {
        $lines = Invoke-Expression "Watch-LogFile trace.log -NoFollow $Arguments"
        $lines.LineNumber | Should -Be $Expected
        $lines.IsContinuation | Should -Be $($Expected | ForEach-Object { $_ -notin 1, 4, 6 })
        (Invoke-Expression "Watch-LogFile trace.log -NoFollow $Arguments | Measure-LogErrors").Lines | Should -Be $Expected.Count
    }

    It 'begins with what is there since a time' {
        (Watch-LogFile all.jsonl -Since 2025-01-24T07:02:00Z -IdleTimeout 300ms).Message | Should -Be 'three', 'four three'
    }

    It 'follows only what is wanted, each line when its entry is complete' {
        $path = New-Log followed.log
        $watch = Start-Script "Watch-LogFile '$path' -Pattern wanted"
        try {
            Wait-For { [System.IO.File]::AppendAllText($path, "2025-01-24 07:00:30 ERROR a`n`tat wanted.b(C.java:1)`n2025-01-24 07:00:30 ERROR b`n"); $watch.Output.Count -ge 2 }
            $watch.Output.ReadAll().Message | Select-Object -First 2 | Should -Be 'a', "`tat wanted.b(C.java:1)"
        }
        finally { Stop-Script $watch }
    }

    It 'saves in a checkpoint also what is not wanted' {
        New-Log check.log 'INFO a', 'ERROR b', 'INFO c'
        (Watch-LogFile check.log -NoFollow -CheckpointPath check.json -MinimumLevel Error).Message | Should -Be 'b'
        Watch-LogFile check.log -NoFollow -CheckpointPath check.json | Should -BeNullOrEmpty
        [System.IO.File]::AppendAllText((Join-Path $PWD check.log), "ERROR d`n`tat x.y`nINFO e`n")
        Watch-LogFile check.log -NoFollow -CheckpointPath check.json -MinimumLevel Error | Select-Object -First 1 | ForEach-Object Message | Should -Be 'd'
        (Watch-LogFile check.log -NoFollow -CheckpointPath check.json).Text | Should -Be "`tat x.y", 'INFO e'
    }
}

Describe '-Top, -By and -Every' {
    BeforeAll {
        New-Log groups.log '2025-01-24T07:00:10Z ERROR disk a1 full', '2025-01-24T07:00:20Z ERROR disk b2 full', '2025-01-24T07:00:30Z ERROR no route',
            '2025-01-24T07:01:10Z ERROR no route', '2025-01-24T07:01:20Z WARN slow'
        filter Format-WindowGroup { "$($_.WindowStart.UtcDateTime.ToString('HH:mm', [cultureinfo]::InvariantCulture)) $($_.Count) $($_.Name)" }
    }

    It 'group by pattern where nothing else is said' {
        Measure-LogErrors groups.log -Top 1 | ForEach-Object { "$($_.Count) $($_.Name)" } | Should -BeExactly (Measure-LogErrors groups.log -By Pattern -Top 1 | ForEach-Object { "$($_.Count) $($_.Name)" })
        Measure-LogErrors groups.log -Top 1 | Should -HaveCount 1
    }

    It 'group each window by itself: <Arguments>' -ForEach @(
        @{ Arguments = '-By Pattern'; Expected = '07:00 2 disk <id> full', '07:00 1 no route', '07:01 1 no route' }
        @{ Arguments = '-By Pattern -Top 1'; Expected = '07:00 2 disk <id> full', '07:01 1 no route' }
        @{ Arguments = '-Top 1'; Expected = '07:00 2 disk <id> full', '07:01 1 no route' }
        @{ Arguments = '-By Level'; Expected = '07:00 3 Error', '07:01 1 Error' }
        @{ Arguments = '-By Level -Level Warning'; Expected = '07:01 1 Warning' }
    ) {
        foreach ($source in 'Measure-LogErrors groups.log', 'Get-Content groups.log | Measure-LogErrors') {
            Invoke-Expression "$source -Every 1m $Arguments" | Format-WindowGroup | Should -BeExactly $Expected -Because $source
        }
    }

    It 'show groups under the beginning of their window' {
        Measure-LogErrors groups.log -Every 1m -By Pattern | Out-String -Width 80 | Should -Match '(?s)2025-01-24 07:00.*disk.*2025-01-24 07:01.*no route'
    }

    It 'give reports the window that they are of' {
        $reports = Get-LogReport groups.log -Every 1m
        $reports.WindowStart.UtcDateTime.TimeOfDay | Should -Be ([timespan[]] ('07:00', '07:01'))
        $reports.WindowEnd.UtcDateTime.TimeOfDay | Should -Be ([timespan[]] ('07:01', '07:02'))
        (Get-LogReport groups.log).WindowStart | Should -BeNullOrEmpty
    }
}
