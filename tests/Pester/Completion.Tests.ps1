# Tab offers what a parameter takes, with what it means.
BeforeAll {
    . $PSScriptRoot/Support.ps1
    function Complete([string] $Line) { (TabExpansion2 $Line).CompletionMatches }
}

Describe 'Tab' {
    It 'completes <Line> with <Expected>' -ForEach @(
        @{ Line = 'Get-LogEntry x.log -Format js'; Expected = 'json' }
        @{ Line = 'Get-LogEntry x.log -Format lo*t'; Expected = 'logcat', 'logfmt' }
        @{ Line = "Get-LogEntry x.log -Format 'js"; Expected = "'json'" }
        @{ Line = 'Get-LogEntry x.log -Format "js'; Expected = '"json"' }
        @{ Line = 'Get-LogFormat apache'; Expected = 'apache-error' }
        @{ Line = 'Get-LogFormat json, apache'; Expected = 'apache-error' }
        @{ Line = 'Get-LogStatusCode x.log -Code 50'; Expected = 500..508 }
        @{ Line = 'Get-LogStatusCode x.log -Code 404, 42'; Expected = 421, 422, 423, 424, 425, 426, 428, 429 }
        @{ Line = 'Get-LogStatusCode x.log -Code teapot'; Expected = $null }
        @{ Line = 'Get-LogStatusCode x.log -Code unavail'; Expected = 451, 503 }
        @{ Line = 'Get-LogStatusCode x.log -Code server'; Expected = '5xx', '500' }
        @{ Line = 'Get-LogStatusCode x.log -Code 5x'; Expected = '5xx' }
        @{ Line = 'Get-LogEntry x.log -Level Error, W'; Expected = 'Warning' }
        @{ Line = 'Get-LogEntry x.log -MinimumLevel e'; Expected = 'Error' }
        @{ Line = 'Measure-LogErrors x.log -By s'; Expected = 'StatusCode' }
        @{ Line = 'Measure-LogErrors x.log -By p'; Expected = 'Pattern', 'Path', 'Process', 'ProcessId', 'Protocol' }
        @{ Line = 'Export-LogReport x -As '; Expected = 'Csv', 'Html', 'Json', 'Markdown' }
        @{ Line = 'Export-LogReport x -As m'; Expected = 'Markdown' }
        @{ Line = 'Get-LogEntry x.log -Encoding utf8'; Expected = 'utf8', 'utf8BOM', 'utf8NoBOM' }
        @{ Line = 'Measure-LogErrors x.log -Every 1'; Expected = '10s', '1m', '15m', '1h', '1d' }
        @{ Line = 'Get-LogReport x.log -BucketSize 5'; Expected = '5m' }
        @{ Line = 'Watch-LogFile x.log -Timeout 3'; Expected = '30s' }
        @{ Line = 'Watch-LogFile x.log -IdleTimeout 3'; Expected = '30s' }
        @{ Line = 'Get-LogEntry x.log -Until y'; Expected = 'yesterday' }
        @{ Line = 'Get-LogReport x.log -Since '; Expected = '-15m', '-1h', '-6h', '-24h', '-7d', 'today', 'yesterday' }
    ) {
        (Complete $Line).CompletionText | Should -BeExactly $Expected
    }

    It 'offers every format with what writes it' {
        $offered = @{}
        Complete 'Get-LogEntry x.log -Format ' | ForEach-Object { $offered[$_.CompletionText] = $_.ToolTip }
        foreach ($format in Get-LogFormat) { $offered[$format.Name] | Should -BeExactly $format.Description }
    }

    It 'offers a status with its reason, classes first' {
        $match = Complete 'Get-LogStatusCode x.log -Code 404'
        $match.CompletionText, $match.ListItemText, $match.ToolTip | Should -BeExactly '404', '404 Not Found', 'Not Found'
        (Complete 'Get-LogStatusCode x.log -Code ').CompletionText | Select-Object -First 5 | Should -Be '1xx', '2xx', '3xx', '4xx', '5xx'
    }

    It 'offers a time with when that is' {
        $times = Complete 'Get-LogReport x.log -Since '
        $times[1].ToolTip | Should -Match '^1 hour ago: \d{4}-\d\d-\d\d \d\d:\d\d$'
        $times[-1].ToolTip | Should -Match '^the beginning of \d{4}-\d\d-\d\d$'
    }

    It 'offers what is taken: <Command> -<Parameter>' -ForEach @(
        @{ Command = 'Get-LogReport'; Parameter = 'Since' }, @{ Command = 'Get-LogReport'; Parameter = 'BucketSize' }, @{ Command = 'Get-LogReport'; Parameter = 'Format' }
        @{ Command = 'Get-LogReport'; Parameter = 'Encoding' }, @{ Command = 'Get-LogStatusCode'; Parameter = 'Code' }
    ) {
        foreach ($match in Complete "$Command x.log -$Parameter ") {
            (Invoke-Script "$Command '$samples/app.log' -$Parameter $($match.CompletionText)").Errors | Should -BeNullOrEmpty
        }
    }

    It 'offers every value that can be counted' {
        foreach ($command in Get-Command -Module LogAnalysis -CommandType Cmdlet) {
            foreach ($parameter in $command.Parameters.Values) {
                $type = [Nullable]::GetUnderlyingType($parameter.ParameterType) ?? $parameter.ParameterType.GetElementType() ?? $parameter.ParameterType
                if ($type.IsEnum -or $type.Name -in 'TimeSpan', 'DateTimeOffset', 'Encoding') {
                    Complete "$command -$($parameter.Name) " | Should -Not -BeNullOrEmpty -Because "$command -$($parameter.Name)"
                }
            }
        }
    }

    It 'offers formats that users have registered, and only these to replace' {
        Register-LogFormat replaceable '^replaceable (?<level>zz)' -Force
        (Complete 'Get-LogEntry x.log -Format repl').CompletionText | Should -Be 'replaceable'
        (Complete 'Get-LogFormat repl').CompletionText | Should -Be 'replaceable'
        $replaced = (Complete 'Register-LogFormat ').CompletionText
        $replaced | Should -Contain 'replaceable'
        $replaced | Should -Not -Contain 'json'
    }

    It 'offers masks that users have registered' {
        Register-LogMask zz-offered 'ZZ-[A-Z]+' -Force
        try {
            foreach ($command in 'Get-LogMask', 'Register-LogMask', 'Unregister-LogMask') {
                $match = Complete "$command zz-off"
                $match.CompletionText | Should -Be 'zz-offered'
                $match.ToolTip | Should -BeExactly 'ZZ-[A-Z]+'
            }
        }
        finally { Unregister-LogMask zz-offered }
    }

    It 'offers properties behind every command' {
        foreach ($command in 'Get-LogEntry', 'Measure-LogErrors', 'Get-LogStatusCode', 'Get-LogReport', 'Get-LogFormat') {
            (Complete "$command x | Where-Object ").ResultType | Should -Contain 'Property'
        }
    }
}
