<#
.SYNOPSIS
    Runs the Pester tests in this PowerShell, against the module as it was last built.
.DESCRIPTION
    Takes Pester 5.5 or later from this machine, else from the PowerShell Gallery. Where neither has it, it says so and fails.
#>
[CmdletBinding()]
param()

$ErrorActionPreference = 'Stop'
$minimum = [version] '5.5.0'

if (-not (Get-Module Pester -ListAvailable | Where-Object Version -GE $minimum)) {
    try {
        Install-PSResource -Name Pester -Version "[$minimum,)" -Scope CurrentUser -TrustRepository
    }
    catch {
        throw "The Pester tests did not run: Pester $minimum or later is not on this machine, and the PowerShell Gallery cannot be reached ($_)."
    }
}

Import-Module Pester -MinimumVersion $minimum
$options = New-PesterConfiguration
$options.Run.Path = $PSScriptRoot
$options.Run.PassThru = $true
$options.Output.Verbosity = 'Normal'
$result = Invoke-Pester -Configuration $options
if ($result.Result -ne 'Passed') { throw 'Pester tests failed.' }
