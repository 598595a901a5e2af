BeforeAll {
    . $PSScriptRoot/Support.ps1
    Enter-NewFolder
    New-Log app.log '2025-01-24 07:00:00 INFO start', '2025-01-24 08:00:00 ERROR boom', "`tat x.y(z)", 'Caused by: disk full',
        '2025-01-24 09:00:00 WARN slow', '2025-01-24 10:00:00 FATAL gone'
    New-Log other.log 'no time, no level'
    New-Log late.log '2025-01-24 06:00:00 INFO early', '2025-01-24 11:00:00 INFO evening'
}

AfterAll { Pop-Location }

Describe 'Get-LogEntry' {
    It 'filters: <Arguments>' -ForEach @(
        @{ Arguments = 'app.log'; Expected = 'start', 'boom', 'slow', 'gone' }
        @{ Arguments = 'app.log -MinimumLevel Warning'; Expected = 'boom', 'slow', 'gone' }
        @{ Arguments = 'app.log -Level Error, Warning'; Expected = 'boom', 'slow' }
        @{ Arguments = "app.log -Since '2025-01-24 08:00'"; Expected = 'boom', 'slow', 'gone' }
        @{ Arguments = "app.log -Until '2025-01-24 08:00'"; Expected = 'start' }
        @{ Arguments = "app.log -Since '2025-01-24 08:00' -Until '2025-01-24 09:30' -Level Warning"; Expected = 'slow' }
        @{ Arguments = "app.log -Since ([datetime] '2025-01-24 09:00') -Until 2025-01-25"; Expected = 'slow', 'gone' }
        @{ Arguments = 'app.log -Since -1h'; Expected = $null }
        @{ Arguments = "app.log -Pattern 'DISK\s+full'"; Expected = 'boom' }
        @{ Arguments = "app.log -Pattern '(.)\1'"; Expected = 'start', 'boom', 'slow', 'gone' }
        @{ Arguments = '[ao]*.log -Since 2000-01-01'; Expected = 'start', 'boom', 'slow', 'gone' }
        @{ Arguments = '[ao]*.log -MinimumLevel Critical'; Expected = 'gone' }
        @{ Arguments = '[ao]*.log -Exclude app*'; Expected = 'no time, no level' }
    ) {
        (Invoke-Expression "Get-LogEntry $Arguments").Message | Should -Be $Expected
    }

    It 'reads from the end and in the order of time, from paths and from files: <Paths> <Arguments>' -ForEach @(
        @{ Paths = 'app.log'; Arguments = '-Tail 2'; Expected = 'slow', 'gone' }
        @{ Paths = 'app.log'; Arguments = '-Tail 0'; Expected = $null }
        @{ Paths = 'app.log'; Arguments = '-Tail 99'; Expected = 'start', 'boom', 'slow', 'gone' }
        @{ Paths = 'app.log'; Arguments = '-Tail 1 -Level Error'; Expected = 'boom' }
        @{ Paths = 'app.log, late.log'; Arguments = '-Tail 1'; Expected = 'gone', 'evening' }
        @{ Paths = 'late.log, app.log'; Arguments = '-Merge'; Expected = 'early', 'start', 'boom', 'slow', 'gone', 'evening' }
        @{ Paths = 'late.log, app.log, app.log'; Arguments = '-Merge -Tail 3'; Expected = 'slow', 'gone', 'evening' }
        @{ Paths = '[ao]*.log'; Arguments = '-Merge -MinimumLevel Warning -Tail 2'; Expected = 'slow', 'gone' }
        @{ Paths = 'app.log'; Arguments = '-Format text -Tail 2'; Expected = '2025-01-24 09:00:00 WARN slow', '2025-01-24 10:00:00 FATAL gone' }
    ) {
        (Invoke-Expression "Get-LogEntry $Paths $Arguments").Message | Should -Be $Expected
        (Invoke-Expression "Get-ChildItem $Paths | Get-LogEntry $Arguments").Message | Should -Be $Expected
    }

    It 'takes a span back from now as it is typed' {
        New-Log now.log '2001-01-01 00:00:00 INFO long ago', "$([datetime]::Now.ToString('yyyy-MM-dd HH:mm:ss')) FATAL just now"
        (Get-LogEntry now.log -Since -1h).Message | Should -Be 'just now'
        (Get-LogEntry now.log -Since -30m -MinimumLevel Error | Format-Table Timestamp, Level, Message | Out-String) | Should -Match 'Critical\s+just now'
    }

    It 'writes whole entries, which count as their lines do' {
        $entry = Get-LogEntry app.log -Level Error
        $entry.Text | Should -BeExactly "2025-01-24 08:00:00 ERROR boom`n`tat x.y(z)`nCaused by: disk full"
        $entry.LineNumber, $entry.Offset, $entry.IsContinuation | Should -Be 2, 31, $false
        foreach ($command in 'Measure-LogErrors', 'Get-LogReport') {
            $counted = Get-LogEntry app.log | & $command | Select-Object * -ExcludeProperty CreatedAt, Command | ConvertTo-Json -Depth 8
            $counted | Should -BeExactly (& $command app.log | Select-Object * -ExcludeProperty CreatedAt, Command | ConvertTo-Json -Depth 8)
        }
    }

    It 'reads the other files where one is missing: <Arguments>' -ForEach @(
        @{ Arguments = '' }, @{ Arguments = '-Merge' }, @{ Arguments = '-Tail 9' }, @{ Arguments = '-Merge -Tail 9' }
    ) {
        $run = Invoke-Script "Get-LogEntry missing.log, app.log $Arguments"
        Format-Failure $run.Errors | Should -BeExactly 'FileNotFound ObjectNotFound'
        $run.Output | Should -HaveCount 4
    }

    It 'finds the message that is on the second line of an entry' {
        New-Log console.log 'info: Microsoft.AspNetCore.Hosting.Diagnostics[2]',
            '      Request finished HTTP/1.1 GET http://localhost/orders - 503 12 text/html 12.5ms',
            'fail: Shop.Orders[0]', '      could not reach the database', '      System.Net.Sockets.SocketException: refused',
            'Jan 24, 2025 7:00:30 AM shop.Orders pay', 'SEVERE: lost'
        $entries = Get-LogEntry console.log
        $entries.Message | Should -Be 'Request finished HTTP/1.1 GET http://localhost/orders - 503 12 text/html 12.5ms', 'could not reach the database', 'lost'
        $entries | ForEach-Object { $_.StatusCode } | Should -Be 503, $null, $null
        $entries[2].Timestamp.DateTime | Should -Be ([datetime] '2025-01-24 07:00:30')
        foreach ($script in 'Measure-LogErrors console.log', 'Get-Content console.log | Measure-LogErrors', 'Get-LogEntry console.log | Measure-LogErrors') {
            $summary = Invoke-Expression $script
            $summary.Lines, $summary.Entries, $summary.Errors, $summary.LastMessage | Should -Be 7, 3, 2, 'lost' -Because $script
        }
        foreach ($script in 'Get-LogStatusCode console.log', 'Get-LogEntry console.log | Get-LogStatusCode') {
            $response = Invoke-Expression $script
            $response.Code, $response.Method, $response.Url, $response.Bytes, $response.Duration.TotalMilliseconds |
                Should -Be 503, 'GET', 'http://localhost/orders', 12, 12.5 -Because $script
        }
    }

    It 'keeps entries of containers apart whose lines are mixed' {
        New-Log compose.log 'web-1  | 2025-01-24 07:00:30 ERROR payment failed', 'db-1   | 2025-01-24 07:00:30 INFO checkpoint',
            'web-1  | java.io.IOException: refused', 'db-1   |   of 3 buffers', "web-1  | `tat shop.Orders.pay(Orders.java:12)",
            'web-1  | 2025-01-24 07:00:31 INFO retried'
        $entries = Get-LogEntry compose.log
        ($entries | Where-Object IsContinuation -EQ $false).Message | Should -Be 'payment failed', 'checkpoint', 'retried'
        ($entries | Where-Object Message -EQ 'checkpoint').Text | Should -BeExactly "db-1   | 2025-01-24 07:00:30 INFO checkpoint`ndb-1   |   of 3 buffers"
        ($entries | Where-Object IsContinuation).Level | Sort-Object -Unique | Should -Be 'Error'
        foreach ($script in 'Measure-LogErrors compose.log', 'Get-LogEntry compose.log | Measure-LogErrors') {
            $summary = Invoke-Expression $script
            $summary.Lines, $summary.Entries, $summary.Errors | Should -Be 6, 3, 1 -Because $script
        }
    }

    It 'gives up a pattern that runs away, and names the entry once' {
        New-Log evil.log ('a' * 40 + '!'), 'fine, aab'
        $run = Invoke-Script "Get-LogEntry evil.log -Pattern '^(a+)+(?!x)\1?b|fine'"
        $run.Errors.FullyQualifiedErrorId | Should -BeLike 'PatternTimeout,*'
        $run.Output | Should -HaveCount 1
    }

    It 'ends when Select-Object has enough' {
        (Get-LogEntry app.log | Select-Object -First 1).Message | Should -Be 'start'
    }
}

Describe 'Get-LogEntry' {
    Context 'with -Context' {
        BeforeAll {
            $lines = foreach ($i in 1..30) { '2025-01-24T07:00:{0:00}Z {1} line {0}' -f $i, ($i -in 5, 7, 20 ? 'ERROR' : 'INFO') }
            $null = New-Item -ItemType Directory $TestDrive/context -Force
            Push-Location $TestDrive/context
            Set-Content near.log $lines
            function Get-Number($Entries) { @($Entries | Where-Object { $_ } | ForEach-Object { [int] ($_.Message -replace '\D') }) }
        }

        AfterAll { Pop-Location }

        It 'gets what is around, each once: <Command>' -ForEach @(
            @{ Command = 'Get-LogEntry near.log -Level Error -Context 1'; Expected = 4, 5, 6, 7, 8, 19, 20, 21 }
            @{ Command = 'Get-LogEntry near.log -Level Error -Context 2, 0'; Expected = 3, 4, 5, 6, 7, 18, 19, 20 }
            @{ Command = 'Get-LogEntry near.log -Level Error -Context 0, 3'; Expected = 5, 6, 7, 8, 9, 10, 20, 21, 22, 23 }
            @{ Command = 'Get-LogEntry near.log -Level Error -Context 0'; Expected = 5, 7, 20 }
            @{ Command = 'Get-LogEntry near.log -Pattern "line 1$" -Context 2'; Expected = 1, 2, 3 }
            @{ Command = 'Get-LogEntry near.log -Pattern "line 30" -Context 2'; Expected = 28, 29, 30 }
            @{ Command = 'Get-LogEntry near.log -Pattern "line (7|9)$" -MinimumLevel Error -Context 1'; Expected = 6, 7, 8 }
            @{ Command = 'Get-LogEntry near.log -Since 2025-01-24T07:00:20Z -Until 2025-01-24T07:00:21Z -Context 1'; Expected = 19, 20, 21 }
            @{ Command = 'Get-LogEntry near.log -Level Error -Context 100'; Expected = 1..30 }
            @{ Command = 'Get-LogEntry near.log -Level Error -Context 1 -Tail 2'; Expected = 6, 7, 8, 19, 20, 21 }
            @{ Command = 'Get-LogEntry near.log -Level Error -Context 3, 0 -Tail 1'; Expected = 17, 18, 19, 20 }
            @{ Command = 'Get-LogEntry near.log -Level Error -Context 0, 1 -Tail 2'; Expected = 7, 8, 20, 21 }
            @{ Command = 'Get-LogEntry near.log -Level Error -Context 1 -Tail 0'; Expected = @() }
            @{ Command = 'Get-LogEntry near.log -Level Error -Context 1 -Merge -Tail 2'; Expected = 6, 7, 8, 19, 20, 21 }
            @{ Command = 'Get-LogEntry near.log -Level Critical -Context 3'; Expected = @() }
            @{ Command = 'Get-Content near.log | Get-LogEntry -Level Error -Context 1'; Expected = 4, 5, 6, 7, 8, 19, 20, 21 }
            @{ Command = 'Get-Content near.log | Get-LogEntry -Level Error -Context 1 -Tail 2'; Expected = 6, 7, 8, 19, 20, 21 }
            @{ Command = 'Get-Content near.log | Get-LogEntry -Level Error -Context 0, 1 -Merge'; Expected = 5, 6, 7, 8, 20, 21 }
            @{ Command = 'Get-Item near.log | Get-LogEntry -Level Error -Context 1, 0'; Expected = 4, 5, 6, 7, 19, 20 }
        ) {
            $entries = Invoke-Expression $Command
            Get-Number $entries | Should -Be $Expected
            $wanted = Invoke-Expression ($Command -replace '-Context \d+(, \d+)?')
            Get-Number ($entries | Where-Object IsContext -EQ $false) | Should -Be @(Get-Number $wanted)
        }

        It 'is the entries of all files when they are merged' {
            Set-Content one.log '2025-01-24T07:00:01Z INFO 1', '2025-01-24T07:00:03Z ERROR 3', '2025-01-24T07:00:05Z INFO 5'
            Set-Content two.log '2025-01-24T07:00:02Z INFO 2', '2025-01-24T07:00:04Z INFO 4', '2025-01-24T07:00:06Z INFO 6'
            Get-Number (Get-LogEntry one.log, two.log -Merge -Level Error -Context 1) | Should -Be 2, 3, 4
            Get-Number (Get-LogEntry one.log, two.log -Level Error -Context 1) | Should -Be 1, 3, 5
        }

        It 'is the same from the end of a large file as from its beginning' {
            Set-Content large.log (1..20000 | ForEach-Object { '2025-01-24T07:00:00Z {1} number {0}' -f $_, ($_ % 9000 -eq 0 ? 'ERROR' : 'INFO') })
            Get-Number (Get-LogEntry large.log -Level Error -Context 2 -Tail 2) | Should -Be @(8998..9002 + 17998..18002)
        }

        It 'takes whole entries, stack traces and all' {
            Set-Content trace.log 'INFO before', 'ERROR broken', '  at one', '  at two', 'INFO after'
            $entries = Get-LogEntry trace.log -Pattern after -Context 1
            $entries[0].Text | Should -BeExactly "ERROR broken`n  at one`n  at two"
            $entries.IsContext | Should -Be $true, $false
        }

        It 'is shown apart, and not counted' {
            $shown = (Get-LogEntry near.log -Level Error -Context 1 -Tail 1 | Out-String -Width 80).TrimEnd() -split '\r?\n' | Select-Object -Last 3
            $shown | ForEach-Object { $_ -match ' (INFO|Information|Error) +' } | Should -Be $true, $true, $true
            $shown[0] | Should -BeLike '*Information   line 19'
            $shown[1] | Should -BeLike '*Error       line 20'
            $shown[2] | Should -BeLike '*Information   line 21'
            (Get-LogEntry near.log -Level Error -Context 1 | Measure-LogErrors).Entries | Should -Be 3
            (Get-LogEntry near.log -Level Error -Context 1 | Where-Object { $true } | Get-LogReport).Entries | Should -Be 3
            (Get-LogEntry near.log -Level Error -Context 1 -Tail 1 | ConvertTo-Returned).IsContext | Should -Be $true, $false, $true
        }
    }
}
