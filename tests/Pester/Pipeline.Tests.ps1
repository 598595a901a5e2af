# Commands of the module that follow each other hand on entries in batches; nobody sees more of that than speed.
BeforeAll {
    . $PSScriptRoot/Support.ps1
    # Show-Input: the name of the type of each object that comes.
    Import-Module (Join-Path $PSScriptRoot 'bin/Pester.Tests.dll')
    Enter-NewFolder
    New-Log app.log '2025-01-24 07:00:00 INFO start', '2025-01-24 08:00:00 ERROR boom', "`tat x.y(z)",
        '2025-01-24 09:00:00 WARN "GET /a HTTP/1.1" 404 12', '2025-01-24 10:00:00 FATAL gone'
    function Format-Result([string] $Script) {
        Invoke-Expression $Script | Select-Object * -ExcludeProperty CreatedAt, Command | ForEach-Object { [System.Management.Automation.PSSerializer]::Serialize($_, 5) }
    }
}

AfterAll { Pop-Location }

Describe 'A command of the module right behind another' {
    It 'is given many entries at a time: <Script>' -ForEach @(
        @{ Script = 'Get-LogEntry app.log | Show-Input' }
        @{ Script = '  Get-LogEntry -Path app.log -MinimumLevel Error  |  Show-Input  ' }
        @{ Script = "Get-LogEntry app.log |`n    Show-Input" }
        @{ Script = "Get-LogEntry app.log`n    | Show-Input" }
        @{ Script = '$x = Get-LogEntry app.log | Show-Input; $x' }
        @{ Script = 'Get-ChildItem app.log | Get-LogEntry | Show-Input' }
        @{ Script = 'Get-LogEntry app.log | Show-Input | ForEach-Object { $_ }' }
        @{ Script = 'Watch-LogFile app.log -NoFollow | Show-Input' }
        @{ Script = '& { Get-LogEntry app.log | Show-Input }' }
    ) {
        Invoke-Expression $Script | Sort-Object -Unique | Should -BeExactly 'LogEntryBatch'
    }

    It 'is given entries where anything else sees them: <Script>' -ForEach @(
        @{ Script = 'Get-LogEntry app.log | ForEach-Object { $_ } | Show-Input' }
        @{ Script = 'Get-LogEntry app.log | Where-Object { $true } | Show-Input' }
        @{ Script = 'Get-LogEntry app.log | ForEach-Object { $_ | Show-Input }' }
        @{ Script = 'Get-LogEntry app.log -OutVariable seen | Show-Input' }
        @{ Script = 'Get-LogEntry app.log -PipelineVariable seen | Show-Input' }
        @{ Script = 'Watch-LogFile app.log -NoFollow -ov seen | Show-Input' }
        @{ Script = '$entries = Get-LogEntry app.log; $entries | Show-Input' }
        @{ Script = 'Get-LogEntry app.log | ForEach-Object -Begin { 1 | Show-Input > $null } -Process { $_.GetType().Name }' }
        @{ Script = 'function Pass { begin { 1 | Show-Input > $null } process { $_.GetType().Name } }; Get-LogEntry app.log | Pass' }
        @{ Script = "Get-LogEntry app.log -Pattern 'start|boom' | Show-Input" }
    ) {
        Invoke-Expression $Script | Sort-Object -Unique | Should -BeExactly 'LogEntry'
    }

    It 'gives what it gives anyway: <Counting>' -ForEach @(
        @{ Counting = 'Measure-LogErrors' }, @{ Counting = 'Measure-LogErrors -By Level' }, @{ Counting = 'Get-LogStatusCode' }
        @{ Counting = 'Get-LogStatusCode -Summary' }, @{ Counting = 'Get-LogReport' }, @{ Counting = 'Get-LogReport -Every 1h' }
    ) {
        foreach ($source in 'Get-LogEntry app.log', "Get-LogEntry app.log -Pattern 'boom'", 'Watch-LogFile app.log -NoFollow', 'Watch-LogFile app.log -NoFollow -Multiline') {
            Format-Result "$source | $Counting" | Should -BeExactly (Format-Result "$source | ForEach-Object { `$_ } | $Counting")
        }
    }
}
