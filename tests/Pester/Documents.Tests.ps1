# What docs/ promises, in a real PowerShell: the scheduled scripts as a scheduler runs them, and reports that travel.
BeforeAll {
    . $PSScriptRoot/Support.ps1

    # Runs an example in a process of its own.
    function Invoke-Example([string] $Name, [string] $Arguments) { Invoke-PowerShell "& '$root/docs/examples/$Name' $Arguments; exit `$LASTEXITCODE" }

    # Runs an example in a session of its own, which is there sooner than a process: what it writes, and the code with which it exits.
    function Invoke-ExampleHere([string] $Name, [string] $Arguments) {
        $shell = [powershell]::Create()
        try {
            $output, $code = $shell.AddScript("Import-Module '$manifest'; & '$root/docs/examples/$Name' $Arguments | Out-String -Width 200; [int] `$LASTEXITCODE").Invoke()
            [pscustomobject]@{ Output = $output; ExitCode = $code }
        }
        finally { $shell.Dispose() }
    }

    function Add-Line([string] $Path, [string[]] $Text) { Add-Content $Path $Text }

    function Get-Counts($Report) {
        $Report | Select-Object * -ExcludeProperty MergeState, CreatedAt, Command, PSComputerName, RunspaceId, PSShowComputerName | ConvertTo-Json -Depth 8
    }
}

Describe 'Test-ErrorRate.ps1' {
    It 'counts what came since its last run, and exits with 1 when too much of it is errors' {
        $log = Join-Path $TestDrive 'rate.log'
        $arguments = "-Path '$log' -CheckpointPath '$(Join-Path $TestDrive 'rate.json')' -MaxErrorRate 0.4 -MinEntries 2"
        Add-Line $log 'INFO long ago', 'INFO long ago'
        (Invoke-ExampleHere Test-ErrorRate.ps1 $arguments).ExitCode | Should -Be 0

        Add-Line $log 'ERROR order 17 failed', 'ERROR order 18 failed', 'INFO fine'
        $run = Invoke-ExampleHere Test-ErrorRate.ps1 $arguments
        $run.ExitCode | Should -Be 1
        $run.Output | Should -Match 'Of 3 entries, 2 are errors .*The last: order 18 failed'

        Add-Line $log 'INFO fine', 'INFO fine', 'ERROR rare'
        $run = Invoke-ExampleHere Test-ErrorRate.ps1 $arguments
        $run.ExitCode | Should -Be 0
        $run.Output.Trim() | Should -BeNullOrEmpty
    }

    It 'exits with 2 when another run is at it' {
        $log = Join-Path $TestDrive 'busy.log'
        Add-Line $log 'ERROR one'
        $held = [IO.File]::Open((Join-Path $TestDrive 'busy.json.lock'), 'OpenOrCreate', 'ReadWrite', 'None')
        try {
            (Invoke-ExampleHere Test-ErrorRate.ps1 "-Path '$log' -CheckpointPath '$TestDrive/busy.json'").ExitCode | Should -Be 2
        }
        finally { $held.Dispose() }
    }

    It 'exits with 2 when there is nothing to read' {
        (Invoke-Example Test-ErrorRate.ps1 "-Path '$TestDrive/none-*.log' -CheckpointPath '$TestDrive/none.json'").ExitCode | Should -Be 2
    }
}

Describe 'Find-ReportChange.ps1' {
    It 'tells the kinds of errors that are new or have risen since the last run' {
        $log = Join-Path $TestDrive 'patterns.log'
        $arguments = "-Path '$log' -CheckpointPath '$(Join-Path $TestDrive 'day.json')' -ReportPath '$(Join-Path $TestDrive 'report.json')'"
        function New-Day([int] $Day, [int] $Orders, [string[]] $More) {
            "2025-01-${Day}T00:00:00Z INFO begin"
            foreach ($i in 1..$Orders) { "2025-01-${Day}T07:00:00Z ERROR order $i failed" }
            $More | ForEach-Object { "2025-01-${Day}T08:00:00Z ERROR $_" }
            "2025-01-${Day}T23:59:59Z INFO end"
        }
        Add-Line $log (New-Day 24 10 'cache slow')
        (Invoke-ExampleHere Find-ReportChange.ps1 $arguments).ExitCode | Should -Be 0

        Add-Line $log (New-Day 25 12 'cache slow')
        $run = Invoke-ExampleHere Find-ReportChange.ps1 $arguments
        $run.ExitCode | Should -Be 0
        $run.Output.Trim() | Should -BeNullOrEmpty

        Add-Line $log (New-Day 26 12 'cache slow', 'disk sda full')
        $run = Invoke-ExampleHere Find-ReportChange.ps1 $arguments
        $run.ExitCode | Should -Be 1
        $run.Output | Should -Match 'disk sda full'
        $run.Output | Should -Not -Match 'order|cache'

        Add-Line $log (New-Day 27 90 'cache slow', 'disk sda full')
        $run = Invoke-ExampleHere Find-ReportChange.ps1 $arguments
        $run.ExitCode | Should -Be 1
        $run.Output | Should -Match 'order <num> failed'
        $run.Output | Should -Not -Match 'cache|disk'
    }

    It 'exits with 2 when the logs cannot be read' {
        (Invoke-Example Find-ReportChange.ps1 "-Path '$TestDrive/none-*.log' -CheckpointPath '$TestDrive/n.json' -ReportPath '$TestDrive/r.json'").ExitCode | Should -Be 2
    }
}

Describe 'Send-ErrorReport.ps1' {
    It 'writes a message with the page as its text where there are errors' {
        $log = Join-Path $TestDrive 'mail.log'
        Add-Line $log '2025-01-24T07:00:00Z ERROR <b>order</b> 17 failed', '2025-01-24T07:00:01Z INFO fine'
        $run = Invoke-ExampleHere Send-ErrorReport.ps1 "-Path '$log' -To ops@example.org -Since 2025-01-24"
        $run.ExitCode | Should -Be 1
        $head, $body = $run.Output.ReplaceLineEndings("`n") -split "`n`n", 2
        $head -split "`n" | Should -Be 'To: ops@example.org', "Subject: 1 errors on $([Environment]::MachineName)", 'MIME-Version: 1.0', 'Content-Type: text/html; charset=utf-8', 'Content-Transfer-Encoding: base64'
        # A line of a mail has at most 998 characters.
        ($body -split "`n" | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 998
        $page = [System.Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($body.Trim()))
        $page | Should -Match '^<!doctype html>'
        $page | Should -Match '&lt;b&gt;order&lt;/b&gt; &lt;\*&gt; failed|&lt;b&gt;order'
        $page | Should -Not -Match '(?i)<script|<link|src=|https?://(?!www\.w3\.org)'
    }

    It 'exits with 0 and says nothing without errors, and with 2 without logs' {
        $log = Join-Path $TestDrive 'well.log'
        Add-Line $log '2025-01-24T07:00:01Z INFO fine'
        $run = Invoke-ExampleHere Send-ErrorReport.ps1 "-Path '$log' -To ops@example.org -Since 2025-01-24"
        $run.ExitCode, $run.Output.Trim() | Should -Be 0, ''
        (Invoke-Example Send-ErrorReport.ps1 "-Path '$TestDrive/none-*.log' -To ops@example.org").ExitCode | Should -Be 2
    }
}

Describe 'docs/scheduled-scripts.md' {
    BeforeAll {
        $page = Get-Content -Raw $root/docs/scheduled-scripts.md
        function Get-Block([string] $Language, [string] $Part) {
            [regex]::Matches($page, "(?s)``````$Language\n(.*?)``````").ForEach({ $_.Groups[1].Value }) | Where-Object { $_.Contains($Part) }
        }
        $folder = Join-Path $TestDrive 'docs'
        $null = New-Item -ItemType Directory $folder -Force
        $now = [DateTimeOffset]::UtcNow
    }

    It 'has a pattern whose exit code is <Code> <Where>' -ForEach @(
        @{ Code = 0; Where = 'without errors'; Lines = 'INFO fine' }
        @{ Code = 1; Where = 'with errors'; Lines = 'ERROR broken' }
        @{ Code = 2; Where = 'without logs'; Lines = $null }
    ) {
        $log = Join-Path $folder "pattern-$Code.log"
        if ($Lines) { Set-Content $log "$($now.ToString('o')) $Lines" }
        $script = (Get-Block powershell 'exit 2').Replace('/var/log/app/*.log', $log)
        $run = Invoke-PowerShell $script
        $run.ExitCode | Should -Be $Code
        if ($Code -eq 1) { $run.Output | Should -Match "1 error and 0 warnings in 1 entry" }
        if ($Code -eq 2) { $run.Errors | Should -Match 'does not exist|No file' }
        # As the one line of a health check, which has no code of its own for logs that cannot be read.
        $line = (Get-Block sh 'pwsh -NoProfile -Command') -replace '(?s)^.*?-Command "(.*)"\s*$', '$1'
        (Invoke-PowerShell $line.Replace('/var/log/app/*.log', $log)).ExitCode | Should -Be ([Math]::Min($Code, 1))
    }

    It 'has lines for cron that name scripts and parameters as they are' {
        $lines = (Get-Block crontab MAILTO) -split '\n' -match 'pwsh'
        $lines | Should -HaveCount 3
        foreach ($line in $lines) {
            $parts = [regex]::Match($line, '^(?:\S+\s+){5}pwsh -NoProfile -File /opt/scripts/(\S+\.ps1) (.*?)(?: \| sendmail -t)?$').Groups
            $command = Get-Command (Join-Path $root docs/examples $parts[1].Value)
            [regex]::Matches($parts[2].Value, '(?<= |^)-(\w+)').ForEach({ $_.Groups[1].Value }) | ForEach-Object { $command.Parameters.Keys | Should -Contain $_ }
        }
    }

    It 'has a line for cron that a shell runs: <Script>' -ForEach @(@{ Script = 'Test-ErrorRate.ps1' }, @{ Script = 'Find-ReportChange.ps1' }) -Skip:$IsWindows -Tag 'Unix only: cron' {
        # The module where PowerShell looks for modules, and pwsh where a shell looks for programs.
        $modules, $programs = 'modules', 'bin' | ForEach-Object { (New-Item -ItemType Directory (Join-Path $folder $_) -Force).FullName }
        $link = New-Item -ItemType SymbolicLink (Join-Path $modules LogAnalysis) -Target $root -Force
        try {
            $start = ($pwshArguments -notlike '-No*' | ForEach-Object { "'$_'" }) -join ' '
            Set-Content (Join-Path $programs pwsh) "#!/bin/sh`nexec '$pwsh' $start `"`$@`""
            chmod +x (Join-Path $programs pwsh)
            Set-Content (Join-Path $folder 'app.log') "$($now.ToString('o')) INFO fine"
            $line = @((Get-Block crontab MAILTO) -split '\n' -match [regex]::Escape($Script))[0] -replace '^(\S+\s+){5}'
            $line = $line.Replace('/opt/scripts', "$root/docs/examples").Replace('/var/log/app', $folder).Replace('/var/lib/app', $folder)
            & /bin/sh -c "PATH='$programs':`$PATH PSModulePath='$modules' $line"
            $LASTEXITCODE | Should -Be 0
        }
        finally { [System.IO.Directory]::Delete($link.FullName) }
    }

    It 'registers a task that PowerShell understands' {
        # There is no scheduler here: the commands are stood in for, and take what the documentation gives them.
        $script = Get-Block powershell Register-ScheduledTask
        $run = Invoke-PowerShell @"
            function New-ScheduledTaskAction([string] `$Execute, [string] `$Argument) { "`$Execute `$Argument" }
            function New-ScheduledTaskTrigger([switch] `$Once, [datetime] `$At, [timespan] `$RepetitionInterval) { `$RepetitionInterval }
            function Register-ScheduledTask([string] `$TaskName, [string] `$User, `$Action, `$Trigger) { "`$TaskName|`$Action|`$Trigger" }
            function Get-Command { [pscustomobject] @{ Source = 'pwsh.exe' } }
            $script
"@
        $run.Errors | Should -BeNullOrEmpty
        $run.Output | Should -Match '^Error rate\|pwsh\.exe -NoProfile -NonInteractive -File C:\\Scripts\\Test-ErrorRate\.ps1 -Path C:\\Logs\\\*\.log -CheckpointPath C:\\ProgramData\\rate\.json\|00:05:00'
    }

    It 'compares two logs in a line' {
        Push-Location $folder
        Set-Content yesterday.log 'ERROR old'
        Set-Content today.log 'ERROR old', 'ERROR brand-new trouble'
        $changes = Invoke-Expression (Get-Block powershell 'Compare-LogReport (')
        Pop-Location
        ($changes | Where-Object Kind -EQ Pattern).Name | Should -Be 'brand-new trouble'
    }
}

Describe 'Reports that travel' {
    BeforeAll { $whole = Get-Counts (Get-LogReport $samples/*) }

    It 'merge from <Where>' -ForEach @(
        @{ Where = 'jobs'; Script = {
                Get-ChildItem $samples | ForEach-Object {
                    Start-Job { Import-Module $args[0]; Get-LogReport $args[1] } -ArgumentList $manifest, $_.FullName
                } | Receive-Job -Wait -AutoRemoveJob
            }
        }
        @{ Where = 'files'; Script = {
                Get-ChildItem $samples | ForEach-Object { Get-LogReport $_ | Export-Clixml (Join-Path (New-Item -ItemType Directory -Force $TestDrive/reports) "$($_.Name).xml") }
                # One by one: Import-Clixml keeps all but the last of several files open, which Windows then does not delete.
                Get-ChildItem $TestDrive/reports | ForEach-Object { Import-Clixml $_ }
            }
        }
        @{ Where = 'JSON'; Script = { Get-ChildItem $samples | ForEach-Object { Get-LogReport $_ | ConvertTo-Json -Depth 4 | ConvertFrom-Json } } }
        @{ Where = 'parallel runspaces'; Script = {
                Get-ChildItem $samples | ForEach-Object -Parallel { Import-Module $using:manifest; Get-LogReport $_ }
            }
        }
    ) {
        Get-Counts (& $Script | Get-LogReport) | Should -BeExactly $whole
    }

    It 'show what they are wherever they come from' {
        $file = Join-Path $TestDrive 'one.xml'
        Get-LogReport $samples/access.log | Export-Clixml $file
        $report = Import-Clixml $file
        $report.PSTypeNames[0] | Should -BeExactly 'Deserialized.LogAnalysis.LogReport'
        $report.StatusCodes[0].Code | Should -Be 200
        $report | Out-String -Width 80 | Should -Be (Get-LogReport $samples/access.log | Out-String -Width 80)
    }
}
