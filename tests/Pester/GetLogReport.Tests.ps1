BeforeAll {
    . $PSScriptRoot/Support.ps1
    Enter-NewFolder
    New-Log app.log '2025-01-24T07:00:10.123Z INFO [main] shop: started', '2025-01-24T07:00:20.456Z ERROR [main] shop: could not read order 17',
        'java.lang.IllegalStateException: order 17', "`tat shop.Orders.read(Orders.java:17)",
        '2025-01-24T07:01:30.789Z ERROR [main] shop: could not read order 18', '2025-01-24T07:02:30.001Z WARN [main] shop: slow',
        '2025-01-24T09:02:30.001Z INFO [main] shop: stopped'
    New-Log access.log '192.0.2.7 - - [24/Jan/2025:07:00:30 +0000] "GET /orders/17?full=1 HTTP/1.1" 500 90 0.250',
        '192.0.2.7 - - [24/Jan/2025:07:00:31 +0000] "GET /orders/17 HTTP/1.1" 200 10 0.010',
        '192.0.2.8 - - [24/Jan/2025:07:00:32 +0000] "GET /cart HTTP/1.1" 503 0 0.020',
        '192.0.2.7 - - [24/Jan/2025:07:00:33 +0000] "GET /none HTTP/1.1" 404 5 0.030'

    # All that a report says, as text.
    function Format-Report($Report, [string[]] $Without) { $Report | Select-Object * -ExcludeProperty ($Without + 'CreatedAt', 'Command') | ConvertTo-Json -Depth 5 }
}

AfterAll { Pop-Location }

Describe 'Get-LogReport' {
    It 'tells patterns, URLs, clients, statuses and response times' {
        $report = Get-LogReport *.log
        "$($report.ErrorPatterns)" | Should -BeExactly '1 GET /cart 503 1 GET /orders/<*> 500 1 could not read order <num> 1 could not read order <num>: java.lang.IllegalStateException at shop.Orders.read'
        "$($report.TopUrls)" | Should -BeExactly '2 GET /orders/<*> 1 GET /cart 1 GET /none'
        "$($report.TopClients)" | Should -BeExactly '3 192.0.2.7 1 192.0.2.8'
        "$($report.StatusCodes)" | Should -BeExactly '200 1 404 1 500 1 503 1'
        $report.ResponseBytes, $report.ResponseTime.Count, $report.ResponseTime.Max.TotalMilliseconds | Should -Be 105, 4, 250
        $report.ResponseTime.P50.TotalMilliseconds | Should -BeGreaterOrEqual 20
        $report.ResponseTime.P50.TotalMilliseconds | Should -BeLessOrEqual 20.2
        $report.Paths | Should -BeExactly (Join-Path $PWD 'access.log'), (Join-Path $PWD 'app.log')
    }

    It 'is the same for the same bytes, however they come: <Script>' -ForEach @(
        @{ Script = 'Get-ChildItem *.log | Get-LogReport' }
        @{ Script = 'Get-Content *.log | Get-LogReport' }
        @{ Script = 'Get-LogEntry *.log | Get-LogReport' }
        @{ Script = 'Watch-LogFile *.log -NoFollow | Get-LogReport' }
        @{ Script = 'Get-LogReport access.log, app.log' }
        @{ Script = 'Get-LogReport app.log, access.log' }
        @{ Script = '$(Get-LogReport app.log; Get-LogReport access.log) | Get-LogReport' }
        @{ Script = '$(Get-LogReport access.log; Get-LogReport app.log) | Get-LogReport | Get-LogReport' }
        @{ Script = '$(Get-LogReport access.log; Get-LogReport app.log) | ConvertTo-Returned | Get-LogReport' }
    ) {
        Format-Report (Invoke-Expression $Script) | Should -BeExactly (Format-Report (Get-LogReport *.log))
    }

    It 'names files that were not read, and why' {
        [IO.File]::WriteAllBytes((Join-Path $PWD image.bin), [byte[]] (0..255 * 4))
        $report = Get-LogReport access.log, image.bin -ErrorAction SilentlyContinue
        $report.Entries | Should -Be 4
        "$($report.Notes)" | Should -BeExactly "1 file was not read: $(Join-Path $PWD image.bin) (it is not text)."
    }

    It 'takes responses that come back like those that were never away' {
        # A response as an object does not say which protocol it had, nor for which user agent it was.
        $without = 'Formats', 'MergeState', 'ErrorPatterns', 'Protocols', 'UserAgents'
        $here = Format-Report ($(Get-LogStatusCode access.log; Get-LogReport app.log) | Get-LogReport) $without
        Format-Report ($(Get-LogStatusCode access.log; Get-LogReport app.log) | ConvertTo-Returned | Get-LogReport) $without | Should -BeExactly $here
        Format-Report (Get-LogReport *.log) $without | Should -BeExactly $here
    }

    It 'takes what other commands write, also when it comes back: <Script>' -ForEach @(
        @{ Script = 'Get-LogEntry app.log'; Entries = 5; Errors = 2; Lines = 7 }
        @{ Script = 'Measure-LogErrors app.log'; Entries = 5; Errors = 2; Lines = 7 }
        @{ Script = 'Measure-LogErrors access.log -By Pattern'; Entries = 2; Errors = 2; Lines = 2 }
        @{ Script = 'Measure-LogErrors access.log -By StatusCode'; Entries = 2; Errors = 2; Lines = 2 }
        @{ Script = 'Get-LogStatusCode access.log -Summary'; Entries = 4; Errors = 2; Lines = 4 }
    ) {
        foreach ($trip in '', '| ConvertTo-Returned') {
            $report = Invoke-Expression "$Script $trip | Get-LogReport"
            $report.Entries, $report.Errors, $report.Lines | Should -Be $Entries, $Errors, $Lines
        }
    }

    It 'counts only the span of time that was asked for: <Arguments>' -ForEach @(
        @{ Arguments = "-Since '2025-01-24T07:01:00Z'"; Entries = 3; Errors = 1 }
        @{ Arguments = "-Until '2025-01-24T07:01:00Z'"; Entries = 2; Errors = 1 }
        @{ Arguments = "-Since '2025-01-24T07:00:20Z' -Until '2025-01-24T07:01:00Z'"; Entries = 1; Errors = 1 }
    ) {
        foreach ($script in "Get-LogReport app.log $Arguments", "Get-Content app.log | Get-LogReport $Arguments") {
            $report = Invoke-Expression $script
            $report.Entries, $report.Errors | Should -Be $Entries, $Errors -Because $script
        }
    }

    It 'counts each file' {
        $files = (Get-LogReport *.log).Files
        $files.Path | Should -BeExactly (Join-Path $PWD 'access.log'), (Join-Path $PWD 'app.log')
        $files.Entries + $files.Errors + $files.Warnings | Should -Be 4, 5, 2, 2, 1, 1
        $files[1].LastError.UtcDateTime.ToString('s') | Should -Be 2025-01-24T07:01:30
        $files.Host | Should -Be ([Environment]::MachineName), ([Environment]::MachineName)
    }

    It 'says when and how it was made, also when it comes back' {
        $report = Get-LogReport app.log -MinimumLevel Warning -Where @{ Message = "*it's*" } -Top 5
        $report.Command | Should -BeExactly "Get-LogReport -Path app.log -MinimumLevel Warning -Where @{ Message = '*it''s*' } -Top 5"
        $report.ModuleVersion | Should -Be (Get-Module LogAnalysis).Version
        ([datetimeoffset]::Now - $report.CreatedAt).TotalMinutes | Should -BeLessThan 10
        $back = $report | ConvertTo-Returned
        $back | Export-LogReport back.json -Force
        (Get-Content back.json -Raw | ConvertFrom-Json).Command | Should -BeExactly $report.Command
    }

    It 'has buckets as wide as was asked for' {
        $report = Get-LogReport app.log -BucketSize 10m
        $report.BucketSize.TotalMinutes, $report.Timeline.Count | Should -Be 10, 13
        $report.Timeline[0, 1, -1].Entries | Should -Be 4, 0, 1
    }

    It 'has at most 120 buckets otherwise, from the first entry to the last' {
        $report = Get-LogReport $samples/access.log
        $report.Timeline.Count | Should -BeLessOrEqual 120
        $report.Timeline[0].Start | Should -BeLessOrEqual $report.From
        $report.Timeline[-1].Start + $report.BucketSize | Should -BeGreaterThan $report.To
        ($report.Timeline | Measure-Object Entries -Sum).Sum | Should -Be $report.Entries
    }

    It 'has lists as long as was asked for, and loses nothing to merging' {
        (Get-LogReport *.log -Top 1).TopUrls | Should -HaveCount 1
        (Get-ChildItem *.log | ForEach-Object { Get-LogReport $_ -Top 1 } | Get-LogReport).TopUrls | Should -HaveCount 3
    }

    It 'is one for each window of log time with -Every' {
        $reports = Get-LogReport app.log -Every 1h
        $reports.Entries | Should -Be 4, 1
        $reports.Errors | Should -Be 2, 0
    }

    It 'refuses spans of time that make no sense: <Script>' -ForEach @(
        @{ Script = 'Get-LogReport app.log -BucketSize 1500ms'; Id = 'DurationNotWholeSeconds' }
        @{ Script = 'Get-LogReport app.log -Every 0'; Id = 'DurationNotPositive' }
    ) {
        Format-Failure (Invoke-Script $Script).Errors | Should -BeExactly "$Id InvalidArgument"
    }

    It 'does not split counts by time, and says so' {
        (Invoke-Script '$(Get-LogReport app.log; Measure-LogErrors app.log) | Get-LogReport -Since -1h').Errors.FullyQualifiedErrorId |
            Should -BeLike 'CannotFilterCounts,*'
    }

    It 'takes a time that cannot be for none: <Ticks>, <Offset>' -ForEach @(
        @{ Ticks = -1; Offset = '00:00:00' }
        @{ Ticks = 1; Offset = '01:00:00' }
        @{ Ticks = [long]::MaxValue; Offset = '00:00:00' }
        @{ Ticks = 638733000000000000; Offset = '99:00:00' }
        @{ Ticks = 638733000000000000; Offset = [timespan]::MinValue }
        @{ Ticks = 638733000000000000; Offset = '00:00:01' }
    ) {
        $response = [pscustomobject] @{
            PSTypeName = 'Deserialized.LogAnalysis.LogStatusCode'; Code = 503; Text = 'x'
            Timestamp = [pscustomobject] @{ Ticks = $Ticks; Offset = [timespan] $Offset }
        }
        $report = $response | Get-LogReport
        $report.Errors | Should -Be 1
        $report.From | Should -BeNullOrEmpty
    }
}

Describe 'A log that is split into files' {
    It 'gives the same report in any way, split <Seed>' -ForEach (1..5 | ForEach-Object { @{ Seed = $_ } }) {
        $random = [random]::new($Seed)
        $start = [datetime]::new(2025, 1, 24, 7, 0, 0)
        $entries = foreach ($i in 0..299) {
            $time = $start.AddSeconds($i * 7)
            switch ($random.Next(3)) {
                0 { "$($time.ToString('s')).{0:D3}Z ERROR [main] shop: session closed for user $([char] (97 + $random.Next(10)))nn`njava.lang.IllegalStateException: $i`n`tat shop.Orders.read(Orders.java:$i)" -f $i }
                1 { "192.0.2.$($random.Next(5)) - - [$($time.ToString('dd/MMM/yyyy:HH:mm:ss', [cultureinfo]::InvariantCulture)) +0000] `"GET /$($random.Next(3))/cart?i=$i HTTP/1.1`" $(200, 503 | Get-Random -SetSeed ($Seed + $i)) $i 0.{0:D3}" -f $i }
                2 { "{`"time`":`"$($time.ToString('s'))Z`",`"level`":`"warn`",`"msg`":`"slow $i`"}" }
            }
        }
        New-Log "whole$Seed/all.log" $entries
        for ($from = 0; $from -lt 300; $from = $to) {
            $to = [Math]::Min(300, $from + $random.Next(1, 120))
            New-Log ("parts$Seed/{0:D4}.log" -f $from) $entries[$from..($to - 1)]
        }

        $parts = "parts$Seed/*.log"
        $whole = Get-LogReport "whole$Seed/*.log"
        foreach ($script in { Get-LogReport $parts }, { Get-Content $parts | Get-LogReport }, { Get-ChildItem $parts | ForEach-Object { Get-LogReport $_ } | Get-LogReport },
            { Get-ChildItem $parts | ForEach-Object { Get-LogReport $_ } | ConvertTo-Returned | Get-LogReport }) {
            $report = & $script
            Format-Report $report Paths, Files, ErrorPatterns, WarningPatterns, Exceptions, MergeState | Should -BeExactly (Format-Report $whole Paths, Files, ErrorPatterns, WarningPatterns, Exceptions, MergeState)
            Format-Report $report.ErrorPatterns Paths, MergeState | Should -BeExactly (Format-Report $whole.ErrorPatterns Paths, MergeState)
            Format-Report $report.WarningPatterns Paths, MergeState | Should -BeExactly (Format-Report $whole.WarningPatterns Paths, MergeState)
            Format-Report $report.Exceptions Paths | Should -BeExactly (Format-Report $whole.Exceptions Paths)
        }
    }
}

Describe 'Reports of several machines' {
    BeforeAll {
        # The report as another machine would have made it.
        function ConvertTo-ReportOf([string] $HostName, $Report) {
            $json = [System.IO.StreamReader]::new([System.IO.Compression.BrotliStream]::new([System.IO.MemoryStream]::new([Convert]::FromBase64String($Report.MergeState.Data)), [System.IO.Compression.CompressionMode]::Decompress)).ReadToEnd() | ConvertFrom-Json -AsHashtable -DateKind String
            $json.hosts = @($HostName)
            $bytes = [System.IO.MemoryStream]::new()
            $brotli = [System.IO.Compression.BrotliStream]::new($bytes, [System.IO.Compression.CompressionLevel]::Fastest)
            $brotli.Write([System.Text.Encoding]::UTF8.GetBytes((ConvertTo-Json $json -Depth 9)))
            $brotli.Dispose()
            $changed = $Report | ConvertTo-Returned
            $changed.MergeState.Data = [Convert]::ToBase64String($bytes.ToArray())
            $changed
        }
    }

    It 'say where they were made' {
        $report = Get-LogReport app.log
        $report.Host | Should -Be ([Environment]::MachineName)
        ($report | ConvertTo-Returned).Host | Should -Be ([Environment]::MachineName)
    }

    It 'keep equal paths apart' {
        $report = Get-LogReport app.log
        $path = Join-Path $PWD.ProviderPath app.log
        $merged = (ConvertTo-ReportOf web1 $report), (ConvertTo-ReportOf web2 $report) | Get-LogReport
        $merged.Host | Should -BeExactly 'web1, web2'
        $merged.Paths | Should -BeExactly "web1:$path", "web2:$path"
        $merged.ErrorPatterns[0].Paths | Should -BeExactly $merged.Paths
        ($merged | Format-List | Out-String) | Should -Match 'Host\s+: web1, web2'
        $merged.Errors | Should -Be (2 * $report.Errors)
        $one = ConvertTo-ReportOf web1 $report | Get-LogReport
        $one.Host, $one.Paths | Should -BeExactly web1, $path
    }
}

Describe 'A report that cannot be used' {
    It 'is reported, and the rest is merged: <State>' -ForEach @(
        @{ State = $null }, @{ State = '' }, @{ State = 'no json' }, @{ State = 'AAAA' }, @{ State = 'null' }, @{ State = '{"version":2}' }, @{ State = '{"levels":"many"}' }
        @{ State = '{"paths":null}' }, @{ State = '{"errors":[null]}' }, @{ State = '{"errors":[{"mask":"x","count":1}]}' }, @{ State = '{"urls":{"counts":null}}' }
    ) {
        # What looks like JSON is packed as the module does it.
        if ($State -match '^\{|^null$') {
            $packed = [System.IO.MemoryStream]::new()
            $stream = [System.IO.Compression.BrotliStream]::new($packed, [System.IO.Compression.CompressionLevel]::Fastest)
            $stream.Write([System.Text.Encoding]::UTF8.GetBytes($State))
            $stream.Dispose()
            $State = [Convert]::ToBase64String($packed.ToArray())
        }
        $broken = [pscustomobject] @{ PSTypeName = 'Deserialized.LogAnalysis.LogReport'; MergeState = $State }
        $run = Invoke-Script '$($broken; Get-LogReport app.log) | Get-LogReport'
        Format-Failure $run.Errors | Should -BeExactly 'UnusableReport InvalidData'
        $run.Errors.TargetObject.MergeState.Data | Should -Be $State
        $run.Output.Entries | Should -Be 5
    }
}
