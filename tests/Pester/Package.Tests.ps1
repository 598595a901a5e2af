# The package as somebody has it who has installed it.
BeforeDiscovery {
    $cannotBuild = -not (Get-Command dotnet -ErrorAction Ignore)
}

BeforeAll {
    . $PSScriptRoot/Support.ps1
    $modules = Join-Path $TestDrive 'modules'
    if (Get-Command dotnet -ErrorAction Ignore) {
        dotnet build (Join-Path $root 'LogAnalysis.Module') -t:Package "-p:PackageRoot=$modules" --no-restore -m:1 --nologo | Out-Null
        if ($LASTEXITCODE -ne 0) { throw 'The package cannot be built.' }
    }
    else {
        # Under Wine there is no SDK: what was built before is taken.
        Copy-Item -Recurse $root/out/LogAnalysis $modules/LogAnalysis
    }
    $package = Get-ChildItem (Join-Path $modules 'LogAnalysis') -Directory

    # Runs a command in a new process that finds modules where the package lies, and nowhere else but where PowerShell's own are.
    function Invoke-Fresh([string] $Command) {
        $before = $env:PSModulePath
        try {
            $env:PSModulePath = $modules
            & $pwsh @pwshArguments -Command "`$PSStyle.OutputRendering = 'PlainText'; Set-Location '$root'; $Command" 2>&1 | Out-String
        }
        finally { $env:PSModulePath = $before }
    }
}

Describe 'The package' {
    It 'holds the module, its views, its help and its licences, and nothing else' {
        Get-ChildItem $package -File -Recurse | ForEach-Object { [System.IO.Path]::GetRelativePath($package, $_).Replace('\', '/') } | Sort-Object | Should -Be (@(
                'en-US/about_LogAnalysis.help.txt', 'en-US/LogAnalysis.Module.dll-Help.xml', 'HdrHistogram.dll', 'LICENSE', 'LogAnalysis.Engine.dll', 'LogAnalysis.Module.dll',
                'LogAnalysis.psd1', 'LogAnalysis.types.ps1xml', 'LogEntry.format.ps1xml', 'LogErrorGroup.format.ps1xml', 'LogErrorSummary.format.ps1xml', 'LogField.format.ps1xml', 'LogFormat.format.ps1xml', 'LogMask.format.ps1xml',
                'LogReport.format.ps1xml', 'LogReportChange.format.ps1xml', 'LogReportParts.format.ps1xml', 'LogStatusCode.format.ps1xml', 'Microsoft.Extensions.FileSystemGlobbing.dll', 'SharpCompress.dll', 'System.IO.Hashing.dll', 'THIRD-PARTY-NOTICES.md'
            ) | Sort-Object)
    }

    It 'has a manifest with which nothing is wrong, and with what a gallery shows' {
        $manifest = Test-ModuleManifest (Join-Path $package 'LogAnalysis.psd1') -WarningVariable warnings
        $warnings | Should -BeNullOrEmpty
        "$($manifest.Version)" | Should -Be $package.Name
        $manifest.ExportedCmdlets.Keys | Should -HaveCount 14
        $manifest.Author, $manifest.Description, $manifest.ReleaseNotes, $manifest.Tags | ForEach-Object { $_ | Should -Not -BeNullOrEmpty }
        $manifest.ProjectUri.Scheme, $manifest.LicenseUri.Scheme | Should -Be 'https', 'https'
        $manifest.PowerShellVersion | Should -Be ([version] '7.4')
    }

    It 'has assemblies of its version that do not say where they were built' {
        foreach ($assembly in Get-ChildItem $package -Filter LogAnalysis.*.dll) {
            [System.Reflection.AssemblyName]::GetAssemblyName($assembly).Version.ToString(3) | Should -Be $package.Name
            # A character a byte, so that positions in the text are positions in the file.
            $bytes = [System.Text.Encoding]::Latin1.GetString([System.IO.File]::ReadAllBytes($assembly))
            foreach ($encoding in [System.Text.Encoding]::UTF8, [System.Text.Encoding]::Unicode) {
                $bytes.Contains([System.Text.Encoding]::Latin1.GetString($encoding.GetBytes($root))) | Should -BeFalse
            }
        }
    }

    It 'is found by its name, and loaded when a command is first used' {
        Invoke-Fresh '(Get-LogReport samples/access.log).Errors; (Get-Module LogAnalysis).ModuleBase' |
            Should -BeExactly ('7', $package.FullName, '' -join [Environment]::NewLine)
    }

    It 'lists its commands and shows a report' {
        $output = Invoke-Fresh '(Get-Command -Module LogAnalysis -CommandType Cmdlet).Name; Get-LogReport samples/access.log'
        $output | Should -BeLike 'Compare-LogReport*Watch-LogFile*503: 4, 500: 3*'
    }

    It 'starts sooner where it was compiled for the machine, and is the same otherwise' -Skip:$cannotBuild -Tag 'Not under Wine: there is no SDK' {
        $compiled = Join-Path $TestDrive 'compiled'
        dotnet build (Join-Path $root 'LogAnalysis.Module') -t:Package -p:ForThisMachine=true "-p:PackageRoot=$compiled" -m:1 --nologo | Out-Null
        $LASTEXITCODE | Should -Be 0
        $machine = Get-ChildItem (Join-Path $compiled 'LogAnalysis') -Directory
        (Get-ChildItem $machine -Recurse -File -Name | Sort-Object) | Should -Be (Get-ChildItem $package -Recurse -File -Name | Sort-Object)
        foreach ($file in Get-ChildItem $machine -Recurse -File) {
            $path = [System.IO.Path]::GetRelativePath($machine, $file)
            $same = (Get-FileHash $file).Hash -eq (Get-FileHash (Join-Path $package $path)).Hash
            $same | Should -Be ($path -notin 'LogAnalysis.Engine.dll', 'LogAnalysis.Module.dll') -Because $path
        }

        # How many methods are compiled while a first report is made; what is left is PowerShell's own.
        $count = '$null = Get-LogReport samples/access.log; [System.Runtime.JitInfo]::GetCompiledMethodCount($false) - $before'
        $methods = foreach ($folder in $package, $machine) {
            [int] (Invoke-Fresh "Import-Module '$folder/LogAnalysis.psd1'; `$before = [System.Runtime.JitInfo]::GetCompiledMethodCount(`$false); $count")
        }
        $methods[1] | Should -BeLessThan ($methods[0] * 0.7)
    }

    It 'can be published to a repository and installed from it' {
        $feed = (New-Item -ItemType Directory (Join-Path $TestDrive 'feed')).FullName
        Register-PSResourceRepository -Name LogAnalysisTests -Uri $feed -Trusted
        try {
            Publish-PSResource -Path $package -Repository LogAnalysisTests
            Save-PSResource LogAnalysis -Repository LogAnalysisTests -Path (New-Item -ItemType Directory (Join-Path $TestDrive 'saved'))
            Get-ChildItem (Join-Path $TestDrive 'saved/LogAnalysis/*/LogAnalysis.psd1') | Should -HaveCount 1
        }
        finally {
            Unregister-PSResourceRepository -Name LogAnalysisTests
            # Publishing leaves the package open until it is collected, and Windows does not delete what is open.
            [GC]::Collect()
            [GC]::WaitForPendingFinalizers()
        }
    }
}
