# What the module is to PowerShell, and to other modules in the same session.
BeforeDiscovery {
    $others = @{ Name = 'Older'; Version = 6 }, @{ Name = 'Newer'; Version = 10 }
}

BeforeAll {
    . $PSScriptRoot/Support.ps1
}

Describe 'The module' {
    It 'exports exactly its commands' {
        $module = Get-Module LogAnalysis
        $module.ExportedCommands.Keys | Sort-Object | Should -BeExactly 'Compare-LogReport', 'Export-LogReport', 'Get-LogEntry', 'Get-LogFormat', 'Get-LogMask', 'Get-LogReport', 'Get-LogStatusCode',
            'Measure-LogError', 'Measure-LogErrors', 'Measure-LogField', 'Register-LogFormat', 'Register-LogMask', 'Unregister-LogFormat', 'Unregister-LogMask', 'Watch-LogFile'
        $module.ExportedAliases.Keys | Should -BeExactly 'Measure-LogError'
        "$($module.Version)" | Should -Be ([xml] (Get-Content (Join-Path $root 'Directory.Build.props'))).SelectSingleNode('//Version').InnerText
    }

    It 'says of every command what it writes' {
        foreach ($command in Get-Command -Module LogAnalysis -CommandType Cmdlet) { $command.OutputType | Should -Not -BeNullOrEmpty -Because $command }
    }

    It 'ships its own assemblies, two libraries, and nothing else' {
        (Get-ChildItem (Join-Path $root 'LogAnalysis.Module/bin') -Filter *.dll -Recurse).Name | Sort-Object |
            Should -Be 'HdrHistogram.dll', 'LogAnalysis.Engine.dll', 'LogAnalysis.Module.dll', 'Microsoft.Extensions.FileSystemGlobbing.dll', 'SharpCompress.dll', 'System.IO.Hashing.dll'
    }
}

# Libraries are loaded on first use, so each script uses the one module before it imports the other.
Describe 'Beside a module with another version of the same library, <Name>' -ForEach $others {
    BeforeAll {
        Enter-NewFolder
        New-Log deep/app.log 'level=info method=GET path=/a status=200 duration=1.5s', 'level=info method=GET path=/b status=200 duration=2s'
        $other = "Import-Module '$root/tests/AssemblyConflicts/$Name/bin/${Name}Library.dll'; Find-FileByGlob '$PWD'"
        # A glob needs the one library, response times the other.
        $use = "`$report = Get-LogReport '$(Join-Path $PWD '**' '*.log')'; `$report.Entries; if (`$report.ResponseTime.P99) { 'P99' }"
        # A PowerShell of its own, in which nothing is loaded yet.
        function Invoke-Fresh([string] $Script) { & $pwsh @pwshArguments -Command $Script }
    }

    AfterAll { Pop-Location }

    It 'works when that came before' {
        Invoke-Fresh "$other; Import-Module '$manifest'; $use" | Should -BeExactly "${Version}: 1", '2', 'P99'
    }

    It 'works when that comes after' {
        Invoke-Fresh "Import-Module '$manifest'; $use; $other; $use" | Should -BeExactly '2', 'P99', "${Version}: 1", '2', 'P99'
    }
}
