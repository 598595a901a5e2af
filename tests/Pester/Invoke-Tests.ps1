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

    # Files of tests, or folders with some.
    [string[]] $Path = $PSScriptRoot
)

$ErrorActionPreference = 'Stop'
Import-Module $Pester
$options = New-PesterConfiguration
$options.Run.Path = $Path
$options.Run.Exit = $true
$options.Output.Verbosity = 'Normal'
$options.Output.RenderMode = 'Plaintext'
if ($Filter) { $options.Filter.FullName = "*$Filter*" }
Invoke-Pester -Configuration $options
