# Where a machine lets no unsigned script call types, results look as they do elsewhere.
BeforeDiscovery {
    $shapes = @(
        @{ Type = 'LogEntry'; Script = 'Get-LogEntry samples/app.log -Tail 3' }
        @{ Type = 'LogErrorSummary'; Script = 'Measure-LogErrors samples/*' }
        @{ Type = 'LogErrorSummary#Window'; Script = 'Measure-LogErrors samples/app.log -Every 5m' }
        @{ Type = 'LogErrorSummary#SoFar'; Script = 'Measure-LogErrors samples/app.log | ForEach-Object { $_.PSTypeNames.Insert(0, "LogAnalysis.LogErrorSummary#SoFar"); $_ }' }
        @{ Type = 'LogErrorGroup'; Script = 'Measure-LogErrors samples/* -By Pattern' }
        @{ Type = 'LogErrorGroup#Window'; Script = 'Measure-LogErrors samples/app.log -By Pattern -Every 5m' }
        @{ Type = 'LogStatusCode'; Script = 'Get-LogStatusCode samples/access.log -Code 5xx' }
        @{ Type = 'LogStatusCodeCount'; Script = 'Get-LogStatusCode samples/access.log -Summary' }
        @{ Type = 'LogStatusCodeCount#Group'; Script = 'Get-LogStatusCode samples/access.log -Summary -By Method' }
        @{ Type = 'LogReport'; Script = 'Get-LogReport samples/*' }
        @{ Type = 'LogReport#Window'; Script = 'Get-LogReport samples/app.log -Every 5m' }
        @{ Type = 'LogLevelCount'; Script = '(Get-LogReport samples/*).Levels' }
        @{ Type = 'LogTimeBucket'; Script = '(Get-LogReport samples/access.log -BucketSize 10m).Timeline' }
        @{ Type = 'LogTopValue'; Script = '(Get-LogReport samples/*).TopMethods' }
        @{ Type = 'LogFileCount'; Script = '(Get-LogReport samples/*).Files' }
        @{ Type = 'LogUrlCount'; Script = '(Get-LogReport samples/*).TopUrls' }
        @{ Type = 'LogUserAgentCount'; Script = '(Get-LogReport samples/*).UserAgents' }
        @{ Type = 'LogClientCount'; Script = '(Get-LogReport samples/*).TopClients' }
        @{ Type = 'LogHourCount'; Script = "(1..72 | ForEach-Object { '2025-05-{0:D2}T{1:D2}:00:00Z ERROR shop: lost' -f [int] [Math]::Ceiling(`$_ / 24), (`$_ % 24) } | Get-LogReport).Hours" }
        @{ Type = 'LogPercentiles'; Script = '("192.0.2.7 - - [24/Jan/2025:07:00:30 +0000] ""GET / HTTP/1.1"" 200 90 0.250" | Get-LogReport).ResponseTime' }
        @{ Type = 'LogReportChange'; Script = 'Compare-LogReport (Get-LogReport samples/app.log) (Get-LogReport samples/access.log)' }
        @{ Type = 'LogFieldSummary'; Script = 'Measure-LogField samples/access.log' }
        @{ Type = 'LogFieldStatistics'; Script = 'Measure-LogField samples/access.log Bytes -By Method' }
        @{ Type = 'LogFieldStatistics#Window'; Script = 'Measure-LogField samples/access.log Bytes -Every 10m' }
        @{ Type = 'LogFinding'; Script = '(0..599 | ForEach-Object { "2025-05-12T{0:D2}:{1:D2}:00Z {2} [main] shop: order 17 lost" -f [int] [Math]::Floor($_ / 60), ($_ % 60), @("INFO", "ERROR")[$_ -ge 570] } | Get-LogReport).Findings' }
        @{ Type = 'LogFormat'; Script = 'Get-LogFormat json, logfmt' }
        @{ Type = 'LogMask'; Script = "(Register-LogMask zz-shown 'ZZ-[A-Z]+' -Force -PassThru); Unregister-LogMask zz-shown" }
    )
}

BeforeAll {
    . $PSScriptRoot/Support.ps1

    # A language can be constrained, but not freed again: each time in a session of its own.
    function Format-In([string] $Language, [string] $Script) {
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript(@"
                Import-Module '$manifest'
                Set-Location '$root'
                `$objects = @($Script)
                `$objects += `$objects | ForEach-Object { [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize(`$_)) }
                `$ExecutionContext.SessionState.LanguageMode = '$Language'
                foreach (`$object in `$objects) { `$object | Out-String -Width 80; `$object | Format-Table | Out-String -Width 80; `$object | Format-List | Out-String -Width 80 }
                `$objects | Select-Object * -ExcludeProperty CreatedAt | ConvertTo-Csv
"@)
            $shell.Invoke()
            $shell.Streams.Error | Should -BeNullOrEmpty
        }
        finally { $shell.Dispose() }
    }
}

Describe 'Under Constrained Language' {
    It '<Type> looks as ever, also when it comes back' -ForEach $shapes {
        $constrained = Format-In ConstrainedLanguage $Script
        $constrained | Where-Object { $_.Trim() } | Should -Not -BeNullOrEmpty
        $constrained -join "`n" | Should -BeExactly ((Format-In FullLanguage $Script) -join "`n")
    }

    It 'every view is among these' -ForEach @(@{ Types = $shapes.Type }) {
        $views = Get-ChildItem $root/LogAnalysis.Module/Views/*.format.ps1xml | Select-String '<TypeName>LogAnalysis\.(.+)</TypeName>' | ForEach-Object { $_.Matches[0].Groups[1].Value }
        $views | Sort-Object -Unique | Should -Be ($Types | Sort-Object)
    }
}
