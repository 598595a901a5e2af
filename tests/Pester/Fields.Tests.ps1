# Fields: what a log says by name, in every command.
BeforeDiscovery { . $PSScriptRoot/Platform.ps1 }

BeforeAll {
    . $PSScriptRoot/Support.ps1
    Enter-NewFolder
    New-Log app.jsonl @(
        '{"@t":"2025-01-24T07:00:30Z","@l":"Error","@m":"Order failed","user":"anna","Elapsed":512.5,"RequestPath":"/api/orders","Customer":{"Name":"Bert"}}'
        '{"@t":"2025-01-24T07:00:40Z","@l":"Error","@m":"Order failed","user":"bert","Elapsed":20,"RequestPath":"/api/orders"}'
        '{"@t":"2025-01-24T07:05:30Z","@l":"Information","@m":"Order done","user":"anna","Elapsed":7,"RequestPath":"/health"}'
    )
    New-Log access.log @(
        '192.0.2.7 - frank [24/Jan/2025:07:00:30 +0000] "GET /api/x HTTP/1.1" 503 512 "-" "curl/8" 1.250'
        '192.0.2.8 - - [24/Jan/2025:07:00:31 +0000] "GET /health HTTP/1.1" 200 12 "-" "curl/8" 0.002'
    )
}

AfterAll { Pop-Location }

Describe 'Fields' {
    It 'are properties of a dictionary, whatever the case, and reach into objects' {
        $entry = Get-LogEntry app.jsonl | Select-Object -First 1
        $entry.Fields.elapsed | Should -Be 512.5
        $entry.Fields.Customer.Name | Should -BeExactly 'Bert'
        @($entry.Fields.Keys)[0, 4] | Should -Be '@t', 'Elapsed'
    }

    It 'are those of the lines that a follower writes' {
        (Watch-LogFile app.jsonl -NoFollow | Select-Object -First 1).Fields.RequestPath | Should -BeExactly '/api/orders'
    }

    It 'are the properties of objects that are piped' {
        ([pscustomobject]@{ Message = 'lost'; Tenant = 'acme' } | Get-LogEntry).Fields.Tenant | Should -BeExactly 'acme'
    }

    It 'survive a job' {
        $entry = Start-Job { param($module, $log) Import-Module $module; Get-LogEntry $log } -ArgumentList (Get-Module LogAnalysis).Path, (Convert-Path app.jsonl) |
            Receive-Job -Wait -AutoRemoveJob | Select-Object -First 1
        $entry.Fields.RequestPath | Should -BeExactly '/api/orders'
        ($entry | Get-LogEntry).Fields.user | Should -BeExactly 'anna'
    }
}

Describe '-Field' {
    It 'adds properties that PowerShell sorts, groups and exports by' {
        $entries = Get-LogEntry app.jsonl -Field Elapsed, RequestPath, nothing -WarningAction SilentlyContinue
        ($entries | Sort-Object Elapsed | Select-Object -First 1).RequestPath | Should -BeExactly '/health'
        ($entries | Group-Object RequestPath | Sort-Object Count -Descending)[0].Name | Should -BeExactly '/api/orders'
        $entries[0].nothing | Should -BeNullOrEmpty
        ($entries | Select-Object Elapsed, RequestPath | ConvertTo-Csv)[1] | Should -BeExactly '"512.5","/api/orders"'
    }

    It 'takes wildcards and common names' {
        (Get-LogEntry app.jsonl -Field 'E*')[0].Elapsed | Should -Be 512.5
        (Get-LogEntry app.jsonl -Field Url)[0].Url | Should -BeExactly '/api/orders'
    }

    It 'takes half of a wildcard for a name' {
        $entries = Get-LogEntry app.jsonl -Field 'E[', Elapsed -WarningVariable warning -WarningAction SilentlyContinue
        $entries[0].Elapsed | Should -Be 512.5
        "$warning" | Should -BeLike "No entry has a field named 'E``['*"
    }

    It 'leaves entries what they are' {
        Get-LogEntry app.jsonl -Field Elapsed | ForEach-Object { $_ -is [LogAnalysis.LogEntry] } | Should -Not -Contain $false
        (Get-LogEntry app.jsonl -Field Elapsed | Measure-LogErrors).Errors | Should -Be 2
    }

    It 'makes columns of the fields, and shows nothing else but time and level' {
        $text = Get-LogEntry app.jsonl -Field Elapsed, RequestPath | Select-Object -First 1 | Out-String
        $text | Should -Match 'Timestamp +Level +Elapsed +RequestPath'
        $text | Should -Not -Match 'Order failed'
    }
}

Describe '-Where' {
    It 'selects in <Command>' -ForEach @(
        @{ Command = 'Get-LogEntry app.jsonl -Where @{ user = "anna" }'; Count = { $args.Count }; Expected = 2 }
        @{ Command = 'Watch-LogFile app.jsonl -NoFollow -Where @{ user = "anna" }'; Count = { $args.Count }; Expected = 2 }
        @{ Command = 'Get-Content app.jsonl | Get-LogEntry -Where @{ user = "anna" }'; Count = { $args.Count }; Expected = 2 }
        @{ Command = 'Get-LogEntry app.jsonl -Tail 5 -Where @{ user = "anna" }'; Count = { $args.Count }; Expected = 2 }
        @{ Command = 'Get-LogEntry app.jsonl -Merge -Where @{ user = "anna" }'; Count = { $args.Count }; Expected = 2 }
        @{ Command = 'Measure-LogErrors app.jsonl -Where @{ user = "anna" }'; Count = { $args[0].Entries }; Expected = 2 }
        @{ Command = 'Get-Item app.jsonl | Measure-LogErrors -Where @{ user = "anna" }'; Count = { $args[0].Entries }; Expected = 2 }
        @{ Command = 'Get-LogReport app.jsonl -Where @{ user = "anna" }'; Count = { $args[0].Entries }; Expected = 2 }
        @{ Command = 'Get-LogStatusCode access.log -Where @{ Url = "/api/*" }'; Count = { $args.Count }; Expected = 1 }
        @{ Command = 'Measure-LogField app.jsonl Elapsed -Where @{ user = "anna" }'; Count = { $args[0].Count }; Expected = 2 }
    ) {
        $results = @(Invoke-Expression $Command)
        & $Count @results | Should -Be $Expected
    }

    It 'requires all conditions to hold' {
        (Get-LogEntry app.jsonl -Where @{ user = 'anna'; Elapsed = '>100' }).Count | Should -Be 1
        @(Get-LogReport access.log -Where @{ Url = '/api/*'; StatusCode = '5*' }).Entries | Should -Be 1
    }

    It 'warns of a field that no entry has, with the nearest names' {
        $warning = Get-LogEntry app.jsonl -Where @{ Elapsd = '>100' } 3>&1
        "$warning" | Should -Match "No entry has a field named 'Elapsd'. Nearest: Elapsed"
    }

    It 'does not warn of a field that entries have' {
        Get-LogEntry app.jsonl -Where @{ user = 'nobody' } 3>&1 | Should -BeNullOrEmpty
    }

    It 'does not warn of a field that is null in every entry' {
        New-Log nulls.jsonl '{"level":"info","msg":"done","error":null}', '{"level":"info","msg":"done","error":null}'
        Get-LogEntry nulls.jsonl -Where @{ error = 'x' } 3>&1 | Should -BeNullOrEmpty
        (Get-LogEntry nulls.jsonl -Field error 3>&1).Count | Should -Be 2
    }

    It 'refuses what cannot be compared' {
        { Get-LogEntry app.jsonl -Where @{ Elapsed = '>much' } } | Should -Throw -ErrorId 'InvalidCondition,LogAnalysis.Commands.GetLogEntryCommand'
        { Get-LogEntry app.jsonl -Where @{ Elapsed = { $_ -gt 5 } } } | Should -Throw -ErrorId 'InvalidCondition,LogAnalysis.Commands.GetLogEntryCommand'
    }
}

Describe 'Measure-LogErrors -By' {
    It 'groups by any field: <Source>' -ForEach @(
        @{ Source = 'Measure-LogErrors app.jsonl -By user' }
        @{ Source = 'Get-Content app.jsonl | Measure-LogErrors -By user' }
        @{ Source = 'Watch-LogFile app.jsonl -NoFollow | Measure-LogErrors -By USER' }
    ) {
        $groups = @(Invoke-Expression $Source)
        $groups.Name | Should -Be 'anna', 'bert'
        $groups[0].By, $groups[0].Count, $groups[0].Level | Should -Be 'user', 1, 'Error'
    }

    It 'groups by several' {
        (Measure-LogErrors app.jsonl -By RequestPath, Level).Name | Should -Be '/api/orders, Error'
        (Measure-LogErrors app.jsonl -By Pattern, user -MinimumLevel Information).Name | Should -Be 'anna, Order done', 'anna, Order failed', 'bert, Order failed'
        (Measure-LogErrors app.jsonl -By RequestPath, user).By | Select-Object -Unique | Should -BeExactly 'RequestPath, user'
    }

    It 'has a group for entries without the field' {
        (Measure-LogErrors app.jsonl -By Customer.Name).Name | Should -Be '(none)', 'Bert'
    }

    It 'groups within windows, and shows the largest' {
        (Measure-LogErrors app.jsonl -By user -Every 1m).Name | Should -Be 'anna', 'bert'
        @(Measure-LogErrors app.jsonl -By user -Top 1).Name | Should -Be 'anna'
    }

    It 'counts the lines of a trace with their entry' {
        New-Log trace.log '2025-01-24 07:00:30 ERROR [main] a.B - lost tenant=acme', 'java.io.IOException: x', "`tat a.B.c(B.java:1)", '2025-01-24 07:00:31 INFO [main] a.B - ok'
        (Measure-LogErrors trace.log -By Exception, tenant).Name | Should -BeExactly 'acme, java.io.IOException at a.B.c'
    }

    It 'warns of a field that no entry has' {
        "$(Measure-LogErrors app.jsonl -By usr1 3>&1)" | Should -Match 'Nearest: user'
    }

    It 'names the keyword that was mistyped' {
        "$(Measure-LogErrors app.jsonl -By Patern 3>&1)" | Should -Match 'Nearest: Pattern'
    }

    It 'refuses to group by pattern and exception at once' {
        { Measure-LogErrors app.jsonl -By Pattern, Exception } | Should -Throw -ErrorId 'CannotCombineParameters,LogAnalysis.Commands.MeasureLogErrorsCommand'
    }
}

Describe 'Get-LogStatusCode -Summary -By' {
    It 'counts statuses by fields' {
        $counts = Get-LogStatusCode access.log -Summary -By Method
        $counts.Code | Should -Be 200, 503
        $counts.Group | Should -Be 'GET', 'GET'
        $counts.Percent | Should -Be 50, 50
        (Get-LogStatusCode access.log -Summary -By Url, User -Code '!2xx').Group | Should -Be '/api/x, frank'
    }

    It 'shows the group' {
        Get-LogStatusCode access.log -Summary -By Url | Out-String | Should -Match 'Code +Count +Percent +Reason +Group'
    }

    It 'is about summaries only' {
        { Get-LogStatusCode access.log -By Method } | Should -Throw -ErrorId 'MissingParameter,LogAnalysis.Commands.GetLogStatusCodeCommand'
    }
}

Describe 'Measure-LogField' {
    It 'lists the fields of a log' {
        $fields = Measure-LogField app.jsonl
        $fields.Name | Should -Be '@l', '@m', '@t', 'Elapsed', 'RequestPath', 'user', 'Customer.Name'
        $elapsed = $fields | Where-Object Name -EQ Elapsed
        $elapsed.Type, $elapsed.Count, $elapsed.Distinct, $elapsed.Minimum, $elapsed.Maximum | Should -Be 'Number', 3, 3, 7, 512.5
        ($fields | Where-Object Name -CEQ user).Top[0].Value | Should -BeExactly 'anna'
    }

    It 'measures a field, by others: <Source>' -ForEach @(
        @{ Source = 'Measure-LogField app.jsonl Elapsed -By RequestPath' }
        @{ Source = 'Get-Content app.jsonl | Measure-LogField -Name Elapsed -By RequestPath' }
        @{ Source = 'Get-LogEntry app.jsonl | Measure-LogField -Name Elapsed -By RequestPath' }
    ) {
        $groups = @(Invoke-Expression $Source)
        $groups.Group | Should -Be '/api/orders', '/health'
        $groups[0].Count, $groups[0].Sum, $groups[0].Average, $groups[0].P50, $groups[0].P95 | Should -Be 2, 532.5, 266.25, 20, 512.5
    }

    It 'groups by several fields, and by properties of entries' {
        (Measure-LogField app.jsonl Elapsed -By user, Level).Group | Should -Be 'anna, Error', 'anna, Information', 'bert, Error'
    }

    It 'measures windows' {
        $windows = Measure-LogField app.jsonl Elapsed -Every 1m
        $windows.WindowStart.Minute | Should -Be 0, 5
        $windows | ForEach-Object Count | Should -Be 2, 1
    }

    It 'takes wildcards, and the largest groups' {
        (Measure-LogField app.jsonl 'E*', 'Customer.N*').Name | Should -Be 'Elapsed', 'Customer.Name'
        @(Measure-LogField app.jsonl Elapsed -By RequestPath -Top 1).Group | Should -Be '/api/orders'
    }

    It 'warns of a field that no entry has' {
        "$(Measure-LogField app.jsonl Elapsd 3>&1)" | Should -Match 'Nearest: Elapsed'
    }

    It 'refuses groups of nothing' {
        { Measure-LogField app.jsonl -By user } | Should -Throw -ErrorId 'MissingParameter,LogAnalysis.Commands.MeasureLogFieldCommand'
    }

    It 'completes the names of fields from the file' {
        (TabExpansion2 'Measure-LogField app.jsonl Ela').CompletionMatches.CompletionText | Should -Contain 'Elapsed'
        (TabExpansion2 'Get-LogEntry app.jsonl -Field Req').CompletionMatches.CompletionText | Should -Contain 'RequestPath'
    }
}
