<#
.SYNOPSIS
    Runs the Pester tests in this PowerShell, against the module as it was last built.
.DESCRIPTION
    'dotnet test' calls this in the PowerShell of .config/dotnet-tools.json, with the Pester that NuGet has restored.
.EXAMPLE
    dotnet test tests/Pester --filter Watch-LogFile
#>
[CmdletBinding()]
param(
    # The manifest of the Pester to use.
    [string] $Pester = 'Pester',

    # Part of the name of the tests to run; all, where it is empty.
    [string] $Filter,

    # A filter that matches no test here is no failure: it may be meant for other suites.
    [switch] $AllowNoMatch,

    # Files of tests, or folders with some.
    [string[]] $Path = $PSScriptRoot,

    # Where to write how many have passed, failed and been skipped, as JSON.
    [string] $ResultPath
)

$ErrorActionPreference = 'Stop'
Import-Module $Pester
$options = New-PesterConfiguration
$options.Run.Path = $Path
$options.Run.PassThru = $true
$options.Output.Verbosity = 'Normal'
$options.Output.RenderMode = 'Plaintext'
if ($Filter) { $options.Filter.FullName = "*$Filter*" }
$run = Invoke-Pester -Configuration $options

# A test that this system cannot run has the reason in a tag, such as 'Linux only: why', or gives it when it skips itself.
function Get-SkipReason($Test) {
    $tags = for ($at = $Test; $at; $at = $at -is [Pester.Test] ? $at.Block : $at.Parent) { $at.Tag -match ': ' }
    @($tags) + ($Test.ErrorRecord.Exception.Message -replace '^.*, because ') | Where-Object { $_ } | Select-Object -First 1
}

$run.Skipped | Group-Object { Get-SkipReason $_ } | ForEach-Object { Write-Host "Skipped $($_.Count): $($_.Name ? $_.Name : "without a reason: $($_.Group.Name)")" }
if ($ResultPath) {
    @{ Passed = $run.PassedCount; Failed = $run.FailedCount + $run.FailedContainersCount; Skipped = $run.SkippedCount } | ConvertTo-Json | Set-Content $ResultPath
}
if ($run.Result -eq 'Passed' -and $run.PassedCount + $run.SkippedCount -eq 0) {
    Write-Host ($Filter ? "No test matches '$Filter'." : 'There is no test.')
    exit [int] -not $AllowNoMatch
}
exit [int] ($run.Result -ne 'Passed')
