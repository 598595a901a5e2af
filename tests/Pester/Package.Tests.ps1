# The package in a real PowerShell, as somebody has it who has installed it.
BeforeAll {
    . $PSScriptRoot/Support.ps1
    $modules = "$TestDrive/modules"
    if (Get-Command dotnet -ErrorAction Ignore) {
        dotnet build (Join-Path $root 'LogAnalysis.Module') -t:Package "-p:PackageRoot=$modules" --no-restore -m:1 --nologo | Out-Null
        if ($LASTEXITCODE -ne 0) { throw 'The package cannot be built.' }
    }
    else {
        # Under Wine there is no SDK: what was built before is taken.
        Copy-Item -Recurse $root/out/LogAnalysis $modules/LogAnalysis
    }
    $package = Get-ChildItem $modules/LogAnalysis -Directory

    # Runs a command in a new process that finds modules where the package lies, and nowhere else but where PowerShell's own are.
    function Invoke-Fresh([string] $Command) {
        $before = $env:PSModulePath
        try {
            $env:PSModulePath = $modules
            & $pwsh -NoProfile -NonInteractive -Command "`$PSStyle.OutputRendering = 'PlainText'; Set-Location '$root'; $Command" 2>&1 | Out-String
        }
        finally { $env:PSModulePath = $before }
    }
}

Describe 'The package' {
    It 'has a manifest with which nothing is wrong' {
        $manifest = Test-ModuleManifest (Join-Path $package 'LogAnalysis.psd1') -WarningVariable warnings
        $warnings | Should -BeNullOrEmpty
        $manifest.Version | Should -Be $package.Name
        $manifest.ExportedCmdlets.Keys | Should -HaveCount 8
    }

    It 'is found by its name, and loaded when a command is first used' {
        Invoke-Fresh "(Get-LogReport samples/access.log).Errors; (Get-Module LogAnalysis).ModuleBase" |
            Should -BeExactly ("7", $package.FullName, "" -join [Environment]::NewLine)
    }

    It 'lists its commands and shows a report' {
        $output = Invoke-Fresh "(Get-Command -Module LogAnalysis -CommandType Cmdlet).Name; Get-LogReport samples/access.log"
        $output | Should -BeLike 'Export-LogReport*Watch-LogFile*503: 4, 500: 3*'
    }

    It 'can be published to a repository and installed from it' {
        if (-not (Get-Command Publish-PSResource -ErrorAction Ignore)) {
            Set-ItResult -Skipped -Because 'this PowerShell has no PSResourceGet'
        }
        $feed = (New-Item -ItemType Directory $TestDrive/feed).FullName
        Register-PSResourceRepository -Name LogAnalysisTests -Uri $feed -Trusted
        try {
            Publish-PSResource -Path $package -Repository LogAnalysisTests
            Save-PSResource LogAnalysis -Repository LogAnalysisTests -Path (New-Item -ItemType Directory $TestDrive/saved)
            Get-ChildItem $TestDrive/saved/LogAnalysis/*/LogAnalysis.psd1 | Should -HaveCount 1
        }
        finally {
            Unregister-PSResourceRepository -Name LogAnalysisTests
            # Publishing leaves the package open until it is collected, and Windows does not delete what is open.
            [GC]::Collect()
            [GC]::WaitForPendingFinalizers()
        }
    }
}
