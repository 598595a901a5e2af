# The same requests, as ten loggers and servers write them: the same three questions have the same answers, each by one command.
BeforeAll {
    . $PSScriptRoot/Support.ps1
    Enter-NewFolder

    $routes = '/api/orders', '/api/items', '/login', '/health'
    $random = [Random]::new(24)
    $begin = [DateTime]::SpecifyKind('2025-03-10', 'Utc')
    $requests = foreach ($i in 0..399) {
        $time = $begin.AddSeconds($i)
        [pscustomobject]@{
            Iso = $time.ToString('yyyy-MM-ddTHH:mm:ss.fffZ'); Epoch = ([DateTimeOffset] $time).ToUnixTimeSeconds(); Time = $time
            Route = $routes[$random.Next(4)]; Milliseconds = $random.Next(1, 400); Trace = '{0:x8}' -f (1000 + $i % 97); Status = (200, 200, 500)[$i % 3]
        }
    }
    function ConvertTo-Seconds($Milliseconds, $Format) { ($Milliseconds / 1000).ToString($Format, [cultureinfo]::InvariantCulture) }
    $write = @{
        pino = { "{""level"":30,""time"":$($_.Epoch)000,""pid"":7,""hostname"":""web1"",""req"":{""id"":""$($_.Trace)"",""method"":""GET"",""url"":""$($_.Route)""},""res"":{""statusCode"":$($_.Status)},""responseTime"":$($_.Milliseconds),""msg"":""request completed""}" }
        bunyan = { "{""name"":""shop"",""hostname"":""web1"",""pid"":7,""level"":30,""req_id"":""$($_.Trace)"",""url"":""$($_.Route)"",""latency"":$($_.Milliseconds),""msg"":""served"",""time"":""$($_.Iso)"",""v"":0}" }
        Serilog = { "{""@t"":""$($_.Iso)"",""@mt"":""HTTP {RequestMethod} {RequestPath} in {Elapsed} ms"",""RequestMethod"":""GET"",""RequestPath"":""$($_.Route)"",""StatusCode"":$($_.Status),""Elapsed"":$($_.Milliseconds),""TraceId"":""$($_.Trace)""}" }
        zap = { "{""level"":""info"",""ts"":$($_.Epoch).25,""caller"":""http/log.go:41"",""msg"":""request"",""path"":""$($_.Route)"",""duration_ms"":$($_.Milliseconds),""trace_id"":""$($_.Trace)""}" }
        slog = { "{""time"":""$($_.Iso)"",""level"":""INFO"",""msg"":""request"",""path"":""$($_.Route)"",""duration"":$($_.Milliseconds)000000,""trace_id"":""$($_.Trace)""}" }
        logfmt = { "time=$($_.Iso) level=info msg=""request served"" path=$($_.Route) duration=$($_.Milliseconds)ms trace_id=$($_.Trace)" }
        IIS = { "$($_.Time.ToString('yyyy-MM-dd HH:mm:ss')) GET $($_.Route) - 443 - 10.0.0.9 curl/8 $($_.Status) $($_.Milliseconds) $($_.Trace)" }
        Zeek = { "$($_.Epoch).250000`t$($_.Trace)`t10.0.0.9`t443`t$($_.Route)`t$(ConvertTo-Seconds $_.Milliseconds 0.000000)" }
        CSV = { "$($_.Iso),info,$($_.Route),$($_.Milliseconds),$($_.Trace)" }
        nginx = { "10.0.0.9 - - [$($_.Time.ToString('dd/MMM/yyyy:HH:mm:ss', [cultureinfo]::InvariantCulture)) +0000] ""GET $($_.Route) HTTP/1.1"" $($_.Status) 512 ""-"" ""curl/8"" rt=$(ConvertTo-Seconds $_.Milliseconds 0.000) request_id=$($_.Trace)" }
    }
    $head = @{
        IIS = '#Software: Microsoft Internet Information Services 10.0', '#Version: 1.0', '#Fields: date time cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) sc-status time-taken X-Request-Id'
        Zeek = '#separator \x09', "#set_separator`t,", "#path`tconn", "#fields`tts`tuid`tid.orig_h`tid.resp_p`tservice`tduration", "#types`ttime`tstring`taddr`tport`tstring`tinterval"
        CSV = , 'time,level,path,duration_ms,trace_id'
    }
    foreach ($name in $write.Keys) {
        $null = New-Log "$name.log" (@($head[$name]) + @($requests | ForEach-Object $write[$name]) -ne $null)
    }

    # By the nearest rank, as every percentile here.
    $slowest = @{}
    foreach ($group in $requests | Group-Object Route) {
        $sorted = @($group.Group.Milliseconds | Sort-Object)
        $slowest[$group.Name] = $sorted[[Math]::Ceiling(0.95 * $sorted.Count) - 1]
    }
}

AfterAll { Pop-Location }

BeforeDiscovery {
    # Unit: what a duration of the log is in milliseconds.
    $logs = @(
        @{ Log = 'pino'; Unit = 1; Fields = 'hostname', 'level', 'msg', 'pid', 'req.id', 'req.method', 'req.url', 'res.statusCode', 'responseTime', 'time' }
        @{ Log = 'bunyan'; Unit = 1; Fields = 'hostname', 'latency', 'level', 'msg', 'name', 'pid', 'req_id', 'time', 'url', 'v' }
        @{ Log = 'Serilog'; Unit = 1; Fields = '@mt', '@t', 'Elapsed', 'RequestMethod', 'RequestPath', 'StatusCode', 'TraceId' }
        @{ Log = 'zap'; Unit = 1; Fields = 'caller', 'duration_ms', 'level', 'msg', 'path', 'trace_id', 'ts' }
        @{ Log = 'slog'; Unit = 0.000001; Fields = 'duration', 'level', 'msg', 'path', 'time', 'trace_id' }
        @{ Log = 'logfmt'; Unit = 1; Fields = 'duration', 'level', 'msg', 'path', 'time', 'trace_id' }
        @{ Log = 'IIS'; Unit = 1; Fields = 'c-ip', 'cs-method', 'cs-uri-stem', 'cs(User-Agent)', 'date', 's-port', 'sc-status', 'time', 'time-taken', 'X-Request-Id' }
        @{ Log = 'Zeek'; Unit = 1000; Fields = 'duration', 'id.orig_h', 'id.resp_p', 'service', 'ts', 'uid'; Url = 'service'; Trace = 'uid' }
        @{ Log = 'CSV'; Unit = 1; Fields = 'duration_ms', 'level', 'path', 'time', 'trace_id' }
        @{ Log = 'nginx'; Unit = 1000; Fields = 'Bytes', 'Client', 'Duration', 'Method', 'Protocol', 'request_id', 'rt', 'StatusCode', 'Url', 'UserAgent' }
    )
}

Describe 'A log of <Log>' -ForEach $logs {
    It 'says which fields it has' {
        (Measure-LogField "$Log.log").Name | Sort-Object | Should -Be ($Fields | Sort-Object)
    }

    It 'says how slow each endpoint is' {
        $found = @{}
        $by = if ($Url) { $Url } else { 'Url' }
        Measure-LogField "$Log.log" Duration -By $by | ForEach-Object { $found[$_.Group] = [Math]::Round([double] $_.P95 * $Unit, 6) }
        $found.Keys | Sort-Object | Should -Be ($slowest.Keys | Sort-Object)
        foreach ($route in $slowest.Keys) { $found[$route] | Should -Be $slowest[$route] -Because $route }
    }

    It 'says what belongs to one request' {
        $name = if ($Trace) { $Trace } else { 'TraceId' }
        $wanted = $requests | Where-Object Trace -eq '000003f0'
        $entries = @(Get-LogEntry "$Log.log" -Where @{ $name = '000003f0' })
        $entries | Should -HaveCount $wanted.Count
        # IIS and access logs have no fractions of seconds, Zeek's and zap's have.
        $entries.ForEach({ $_.Timestamp.ToUnixTimeSeconds() }) | Should -Be $wanted.Epoch
    }
}
