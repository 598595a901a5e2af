# Where a session permits little: under Constrained Language, where only signed scripts run, at an endpoint for Just Enough Administration.
BeforeDiscovery {
    $commands = @(
        "Get-LogEntry samples/app.log -Tail 3 -Pattern 'e' | ForEach-Object { `$_.Message; `$_.Fields.Keys }"
        "Get-LogEntry samples/jobs.jsonl -Field * -Where @{ level = 'error' } | Select-Object -Property Level, Message"
        "Get-LogEntry samples/app.log, samples/access.log -Merge -Context 1 -MinimumLevel Error -First 3 -ErrorAction Ignore | ForEach-Object Text"
        "Watch-LogFile samples/app.log -FromStart -NoFollow -Multiline | Measure-LogErrors"
        'Measure-LogErrors samples/* -By Pattern, Level -Every 5m | ForEach-Object { "$($_.Name) $($_.Count)" }'
        "Get-Content samples/app.log | Measure-LogErrors"
        "'{`"TimeCreated`":`"2025-01-24T07:00:30Z`",`"LevelDisplayName`":`"Error`",`"Message`":`"lost`",`"Id`":7}' | ConvertFrom-Json | Measure-LogErrors -By Id"
        "@{ level = 'error'; msg = 'lost' } | Measure-LogErrors"
        "Measure-LogField samples/access.log | ForEach-Object { `$_.Name }"
        "Measure-LogField samples/access.log Bytes -By Method"
        "Get-LogStatusCode samples/access.log -Code 5xx | ForEach-Object Url"
        "Get-LogStatusCode samples/access.log -Summary -By Method"
        "Get-LogReport samples/* | ForEach-Object { `$_.Errors; `$_.ErrorPatterns.Name; `$_.Timeline.Count }"
        "Get-LogReport samples/app.log | Export-LogReport `$folder/report.json -Force -PassThru | ForEach-Object Name"
        "Get-LogReport samples/app.log | Export-LogReport `$folder/report.html -Force"
        "Get-Content `$folder/report.json -Raw | ConvertFrom-Json | Get-LogReport | ForEach-Object Errors"
        "Compare-LogReport (Get-LogReport samples/app.log) (Get-LogReport samples/access.log) | ForEach-Object { `"`$(`$_.Kind) `$(`$_.Name)`" }"
        "Register-LogFormat zz-clm '^~(?<level>\w) (?<message>.*)' -LevelMap @{ E = 'Error' } -Force -PassThru | ForEach-Object Name; '~E lost' | Measure-LogErrors"
        "Get-LogFormat zz-clm | Unregister-LogFormat"
        "Get-LogFormat j* | ForEach-Object Name"
        "Register-LogMask zz-clm 'ZZ-[A-Z]+' -Force -PassThru; 'ERROR lost ZZ-A', 'ERROR lost ZZ-B' | Measure-LogErrors -By Pattern"
        "Get-LogMask zz-clm | Unregister-LogMask -PassThru | ForEach-Object Pattern"
    )
}

BeforeAll {
    . $PSScriptRoot/Support.ps1
    $folder = Join-Path $TestDrive 'out'
    $null = New-Item -ItemType Directory $folder

    # Runs scripts one after the other in one session whose language is constrained before them: what each writes, and its errors.
    function Invoke-In([string] $Language, [string[]] $Scripts) {
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript("Import-Module '$manifest'; Set-Location '$root'; `$folder = '$folder'; `$ExecutionContext.SessionState.LanguageMode = '$Language'").Invoke()
            foreach ($script in $Scripts) {
                $shell.Commands.Clear()
                $shell.AddScript("@($script) | Out-String -Width 120").Invoke() -join ''
                foreach ($failure in $shell.Streams.Error) { "$failure" }
                $shell.Streams.ClearStreams()
            }
        }
        finally { $shell.Dispose() }
    }
}

Describe 'Every command under Constrained Language' {
    It 'does what it does elsewhere: <Script>' -ForEach ($commands | ForEach-Object { @{ Script = $_; All = $commands } }) {
        # What it needs of those before it: a format, a file.
        $before = @(if ($Script -match 'Unregister-LogMask') { "Register-LogMask zz-clm 'ZZ-[A-Z]+' -Force" } elseif ($Script -match 'Unregister') { "Register-LogFormat zz-clm '^~(?<level>\w)' -Force" } elseif ($Script -match 'ConvertFrom-Json') { 'Get-LogReport samples/app.log | Export-LogReport $folder/report.json -Force' })
        $constrained = Invoke-In ConstrainedLanguage ($before + $Script)
        $constrained -join '' | Should -BeExactly ((Invoke-In FullLanguage ($before + $Script)) -join '')
        $constrained -join '' | Should -Not -Match 'Cannot invoke method|language mode|not supported in this'
    }

    It 'is among these' -ForEach @(@{ Commands = $commands }) {
        foreach ($command in (Get-Command -Module LogAnalysis -CommandType Cmdlet).Name) { "$Commands" | Should -Match $command }
    }
}

Describe 'The module where only signed scripts run' {
    It 'has no scripts, so that two kinds of files have to be signed: the manifest, and views and types' {
        $shipped = Get-Content $root/LogAnalysis.Module/Package.targets, $root/LogAnalysis.Module/LogAnalysis.Module.csproj, $root/LogAnalysis.psd1 -Raw
        $shipped | Should -Not -Match '\.ps1["'';< ]|\.psm1|ScriptsToProcess'
        (Import-PowerShellDataFile $root/LogAnalysis.psd1).RootModule | Should -BeLike '*.dll'
    }

    It 'loads with -ExecutionPolicy <Policy>' -Tag 'Windows only: elsewhere every policy is Unrestricted' -Skip:(-not $IsWindows) -ForEach @(@{ Policy = 'RemoteSigned' }, @{ Policy = 'Unrestricted' }) {
        $output = & $pwsh @pwshArguments -ExecutionPolicy $Policy -Command "Import-Module '$manifest'; (Measure-LogErrors '$samples/app.log').Errors"
        $output | Should -Be 5
    }
}

Describe 'An endpoint of docs/examples/LogReader.pssc' {
    BeforeAll {
        Enter-NewFolder
        $logs = Split-Path (New-Log logs/app.log '2025-01-24 07:00:30 ERROR lost', '1.2.3.4 - - [17/May/2025:10:05:03 +0000] "GET / HTTP/1.1" 500 1')
        $secret = New-Log secret.log 'ERROR secret'
        $modules = Join-Path $PWD modules
        # By its name, as it is installed.
        $null = New-Item -ItemType Directory $modules/LogAnalysis
        Set-Content $modules/LogAnalysis/LogAnalysis.psd1 ((Get-Content $manifest -Raw) -replace "'(LogAnalysis\.Module/)", "'$root/`$1")
        $path = $env:PSModulePath
        $env:PSModulePath = $modules + [System.IO.Path]::PathSeparator + $path

        $configuration = Join-Path $PWD session.pssc
        $folder = [regex]::Escape($logs + [System.IO.Path]::DirectorySeparatorChar).Replace("'", "''")
        (Get-Content $root/docs/examples/LogReader.pssc -Raw).Replace('C:\\Logs\\', $folder) | Set-Content $configuration
        $session = [runspacefactory]::CreateRunspace([initialsessionstate]::CreateFromSessionConfigurationFile($configuration))
        $session.Open()

        # Who connects can send commands with parameters of any value, and no script.
        function Invoke-There([string] $Name, [hashtable] $Parameters = @{}) {
            $shell = [powershell]::Create()
            $shell.Runspace = $session
            $null = $shell.AddCommand($Name).AddParameters($Parameters)
            try { $shell.Invoke() } finally { $shell.Dispose() }
        }
    }

    AfterAll {
        $session.Dispose()
        $env:PSModulePath = $path
        Pop-Location
    }

    It 'shows what every remote session needs, and five commands of this module' {
        $visible = (Invoke-There Get-Command).Name
        $visible | Where-Object { $_ -like '*-Log*' } | Sort-Object | Should -Be 'Get-LogEntry', 'Get-LogFormat', 'Get-LogReport', 'Get-LogStatusCode', 'Measure-LogErrors'
        $visible | Where-Object { $_ -notlike '*-Log*' } | Sort-Object | Should -Be 'Clear-Host', 'Exit-PSSession', 'Get-Command', 'Get-FormatData', 'Get-Help', 'Measure-Object', 'Out-Default', 'Select-Object'
    }

    It 'reads the logs of its folder' {
        (Invoke-There Get-LogEntry @{ Path = Join-Path $logs 'app.log'; MinimumLevel = 'Error' }).Message | Should -Be 'lost', 'GET / HTTP/1.1'
        (Invoke-There Measure-LogErrors @{ Path = Join-Path $logs '*.log' }).Errors | Should -Be 2
        (Invoke-There Get-LogStatusCode @{ Path = Join-Path $logs '*.log'; Code = '5xx' }).Code | Should -Be 500
        (Invoke-There Get-LogReport @{ Path = Join-Path $logs '*.log' }).Errors | Should -Be 2
        Invoke-There Get-LogFormat | Should -Not -BeNullOrEmpty
    }

    It 'reads nothing else, and writes nothing: <Name> <Parameters>' -ForEach @(
        @{ Name = 'Get-LogEntry'; Parameters = { @{ Path = $secret } } }
        @{ Name = 'Get-LogEntry'; Parameters = { @{ Path = Join-Path $logs '../secret.log' } } }
        @{ Name = 'Get-LogEntry'; Parameters = { @{ Path = (Join-Path $logs 'app.log'), $secret } } }
        @{ Name = 'Get-LogEntry'; Parameters = { @{ Path = Join-Path $logs '**' } } }
        @{ Name = 'Get-LogReport'; Parameters = { @{ Path = Join-Path $logs '*.**' } } }
        @{ Name = 'Get-LogEntry'; Parameters = { @{ LiteralPath = $secret } } }
        @{ Name = 'Get-LogEntry'; Parameters = { @{ InputObject = [pscustomobject] @{ FullName = $secret } } } }
        @{ Name = 'Measure-LogErrors'; Parameters = { @{ InputObject = Get-Item $secret } } }
        @{ Name = 'Get-LogReport'; Parameters = { @{ Path = Join-Path $logs '*/../../secret.log' } } }
        @{ Name = 'Watch-LogFile'; Parameters = { @{ Path = Join-Path $logs 'app.log'; CheckpointPath = 'x' } } }
        @{ Name = 'Export-LogReport'; Parameters = { @{ Path = 'x.md'; InputObject = 1 } } }
        @{ Name = 'Compare-LogReport'; Parameters = { @{ ReferenceReport = $secret; DifferenceReport = $secret } } }
        @{ Name = 'Register-LogFormat'; Parameters = { @{ Path = $secret } } }
        @{ Name = 'Get-Content'; Parameters = { @{ Path = $secret } } }
        @{ Name = 'Import-Module'; Parameters = { @{ Name = 'x' } } }
    ) {
        { Invoke-There $Name (& $Parameters) } | Should -Throw
    }

    It 'runs no script' {
        $shell = [powershell]::Create()
        $shell.Runspace = $session
        { $shell.AddScript('1 + 1').Invoke() } | Should -Throw
        $shell.Dispose()
    }
}
