# What docs/ promises, in a real PowerShell: the scheduled scripts as a scheduler runs them, and reports that travel.
BeforeAll {
    . $PSScriptRoot/Support.ps1

    # Runs an example in a process of its own.
    function Invoke-Example([string] $Name, [string] $Arguments) { Invoke-PowerShell "& '$root/docs/examples/$Name' $Arguments; exit `$LASTEXITCODE" }

    function Add-Line([string] $Path, [string[]] $Text) { Add-Content $Path $Text }

    function Get-Counts($Report) {
        $Report | Select-Object * -ExcludeProperty MergeState, PSComputerName, RunspaceId, PSShowComputerName | ConvertTo-Json -Depth 5
    }
}

Describe 'Test-ErrorRate.ps1' {
    It 'counts what came since its last run, and exits with 1 when too much of it is errors' {
        $log = Join-Path $TestDrive 'rate.log'
        $arguments = "-Path '$log' -CheckpointPath '$(Join-Path $TestDrive 'rate.json')' -MaxErrorRate 0.4 -MinEntries 2"
        Add-Line $log 'INFO long ago', 'INFO long ago'
        (Invoke-Example Test-ErrorRate.ps1 $arguments).ExitCode | Should -Be 0

        Add-Line $log 'ERROR order 17 failed', 'ERROR order 18 failed', 'INFO fine'
        $run = Invoke-Example Test-ErrorRate.ps1 $arguments
        $run.ExitCode | Should -Be 1
        $run.Output | Should -Match 'Of 3 entries, 2 are errors .*The last: order 18 failed'

        Add-Line $log 'INFO fine', 'INFO fine', 'ERROR rare'
        $run = Invoke-Example Test-ErrorRate.ps1 $arguments
        $run.ExitCode | Should -Be 0
        $run.Output.Trim() | Should -BeNullOrEmpty
    }

    It 'exits with 2 when another run is at it' {
        $log = Join-Path $TestDrive 'busy.log'
        Add-Line $log 'ERROR one'
        $held = [IO.File]::Open((Join-Path $TestDrive 'busy.json.lock'), 'OpenOrCreate', 'ReadWrite', 'None')
        try {
            (Invoke-Example Test-ErrorRate.ps1 "-Path '$log' -CheckpointPath '$TestDrive/busy.json'").ExitCode | Should -Be 2
        }
        finally { $held.Dispose() }
    }

    It 'exits with 2 when there is nothing to read' {
        (Invoke-Example Test-ErrorRate.ps1 "-Path '$TestDrive/none-*.log' -CheckpointPath '$TestDrive/none.json'").ExitCode | Should -Be 2
    }
}

Describe 'Find-NewErrorPattern.ps1' {
    It 'writes the patterns that were never there before' {
        $log = Join-Path $TestDrive 'patterns.log'
        $arguments = "-Path '$log' -ReportPath '$(Join-Path $TestDrive 'known.xml')'"
        Add-Line $log '2025-01-24T07:00:00Z ERROR order 17 failed', '2025-01-24T07:00:01Z INFO fine'
        (Invoke-Example Find-NewErrorPattern.ps1 $arguments).ExitCode | Should -Be 0

        Add-Line $log '2025-01-24T08:00:00Z ERROR order 18 failed'
        (Invoke-Example Find-NewErrorPattern.ps1 $arguments).ExitCode | Should -Be 0

        Add-Line $log '2025-01-24T09:00:00Z ERROR order 19 failed', '2025-01-24T09:00:01Z ERROR disk sda full'
        $run = Invoke-Example Find-NewErrorPattern.ps1 $arguments
        $run.ExitCode | Should -Be 1
        $run.Output | Should -Match 'disk sda full'
        $run.Output | Should -Not -Match 'order'
        (Invoke-Example Find-NewErrorPattern.ps1 $arguments).ExitCode | Should -Be 0
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
