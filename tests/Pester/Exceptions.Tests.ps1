# Exceptions as a property, as groups, in reports and in what has changed between them.
BeforeAll {
    . $PSScriptRoot/Support.ps1
    filter Format-Group { "$($_.Count) $($_.Name)" }
    Enter-NewFolder
    New-Log java.log '2025-01-24T07:00:10Z INFO [main] shop: started', '2025-01-24T07:00:20Z ERROR [main] shop: could not read order 17',
        'java.lang.IllegalStateException: order 17', "`tat shop.Orders.read(Orders.java:17)", 'Caused by: java.sql.SQLException: closed',
        "`tat org.postgresql.jdbc.PgConnection.check(PgConnection.java:1)", "`tat shop.OrderDao.lambda`$read`$3(OrderDao.java:42)",
        '2025-01-24T07:01:30Z ERROR [main] shop: could not read order 18',
        'java.lang.IllegalStateException: order 18', 'Caused by: java.sql.SQLException: closed', "`tat shop.OrderDao.lambda`$read`$7(OrderDao.java:44)",
        '2025-01-24T07:02:30Z ERROR [main] shop: no more orders'
    New-Log web.json '{"time":"2025-01-24T07:00:30Z","level":"error","msg":"failed","err":{"type":"TypeError","stack":"TypeError: x\n    at save (/srv/shop/orders.js:12:7)"}}'
    New-Log containers.log 'web_1  | 2025-01-24 07:00:30 ERROR boom', 'db_1   | 2025-01-24 07:00:30 ERROR full', 'web_1  | shop.LostException: x',
        'db_1   | java.io.IOException: y', "web_1  | `tat shop.Web.get(Web.java:1)", "db_1   | `tat shop.Db.put(Db.java:1)"
    $expected = '2 java.sql.SQLException at shop.OrderDao.read', '1 TypeError at save (orders.js)'
}

AfterAll { Pop-Location }

Describe 'Exceptions' {
    It 'are groups of what caused errors, with the first frame that is your own: <_>' -ForEach @(
        'Measure-LogErrors java.log, web.json -By Exception'
        'Get-ChildItem java.log, web.json | Measure-LogErrors -By Exception'
        'Get-LogEntry java.log, web.json | Measure-LogErrors -By Exception'
        'Get-Content java.log, web.json | Measure-LogErrors -By Exception'
        'Watch-LogFile java.log, web.json -NoFollow | Measure-LogErrors -By Exception'
        'Watch-LogFile java.log, web.json -NoFollow -Multiline | Measure-LogErrors -By Exception'
        'Get-LogEntry java.log, web.json | ConvertTo-Returned | Measure-LogErrors -By Exception'
        'Measure-LogErrors java.log, web.json -By Exception | Measure-LogErrors -By Exception'
        '(Get-LogReport java.log, web.json).Exceptions'
        '(Get-LogReport java.log, web.json | ConvertTo-Returned | Get-LogReport).Exceptions'
        '($(Get-LogReport java.log; Get-LogReport web.json) | Get-LogReport).Exceptions'
        '(Measure-LogErrors java.log, web.json -By Exception | Get-LogReport).Exceptions'
    ) {
        Invoke-Expression $_ | Format-Group | Should -BeExactly $expected
    }

    It 'are those of each container, whose lines come one between the other: <_>' -ForEach @(
        'Measure-LogErrors containers.log -By Exception', 'Get-Content containers.log | Measure-LogErrors -By Exception', 'Watch-LogFile containers.log -NoFollow | Measure-LogErrors -By Exception'
    ) {
        Invoke-Expression $_ | Format-Group | Should -BeExactly '1 java.io.IOException at shop.Db.put', '1 shop.LostException at shop.Web.get'
    }

    It 'have share, level, times and an example' {
        $group = Measure-LogErrors java.log, web.json -By Exception -Top 1
        "$($group.By)", $group.Level, $group.Example | Should -Be 'Exception', 'Error', 'could not read order 17'
        $group.Percent | Should -BeGreaterThan 66.6
        $group.First, $group.Last | Should -Be ([datetimeoffset] '2025-01-24T07:00:20Z'), ([datetimeoffset] '2025-01-24T07:01:30Z')
    }

    It 'are counted in windows' {
        Measure-LogErrors java.log -By Exception -Every 1m | ForEach-Object { "$($_.WindowStart.ToString('HH:mm')) $($_.Count) $($_.Name)" } |
            Should -BeExactly '07:00 1 java.sql.SQLException at shop.OrderDao.read', '07:01 1 java.sql.SQLException at shop.OrderDao.read'
    }

    It 'are none where no error tells of one' {
        New-Log none.log '2025-01-24T07:00:10Z ERROR [main] shop: lost'
        Measure-LogErrors none.log -By Exception | Should -BeNullOrEmpty
        (Get-LogReport none.log).Exceptions | Should -BeNullOrEmpty
        Get-LogReport none.log | Format-List | Out-String | Should -Not -Match 'Exceptions'
        [LogAnalysis.Views.ReportDashboard]::Lines((Get-LogReport none.log), 80, $root, $null) -join "`n" | Should -Not -Match 'Exceptions'
    }

    It 'are a property of an entry, which comes back from a job' {
        $entries = Get-LogEntry java.log
        $entries.Exception | Should -BeExactly $null, 'java.sql.SQLException', 'java.sql.SQLException', $null
        ($entries | ConvertTo-Returned).Exception | Should -BeExactly $entries.Exception
        (Get-LogEntry web.json).Exception | Should -BeExactly TypeError
        $entries[1] | Format-List | Out-String | Should -Match '(?m)^Exception +: java\.sql\.SQLException'
    }

    It 'cannot command a terminal' {
        New-Log evil.log "2025-01-24T07:00:10Z ERROR [main] shop: lost", "E$([char] 0x202e)vil.LostException: x", "`tat shop.$([char] 0x202e)Evil.run(Evil.java:1)"
        (Get-LogEntry evil.log).Exception, (Measure-LogErrors evil.log -By Exception).Name, (Get-LogReport evil.log).Exceptions.Name | Should -Not -Match "$([char] 0x202e)"
    }

    It 'are in every file that a report is written to: <_>' -ForEach 'html', 'json', 'csv', 'md' {
        Get-LogReport java.log | Export-LogReport "report.$_" -Force
        (Get-Content "report.$_" -Raw) | Should -Match 'java\.sql\.SQLException at shop\.OrderDao\.read'
    }

    It 'are on the dashboard' {
        foreach ($width in 80, 200) {
            [LogAnalysis.Views.ReportDashboard]::Lines((Get-LogReport java.log), $width, $root, $null) -join "`n" |
                Should -Match '(?s)Exceptions.* 2 +100\.0% +java\.sql\.SQLException at shop\.OrderDao\.read'
        }
    }

    It 'are compared' {
        $before = Get-Content java.log | Where-Object { $_ -notmatch '^Caused|^\tat|^java' } | Get-LogReport
        $change = Compare-LogReport $before (Get-LogReport java.log) | Where-Object Kind -EQ Exception
        $change.Name, $change.Change, $change.Before, $change.After, $change.Example |
            Should -Be 'java.sql.SQLException at shop.OrderDao.read', 'New', 0, 2, 'could not read order 17'
    }
}
