<#
.SYNOPSIS
    Runs the engine's tests on Linux on the .NET 8 runtime, which PowerShell 7.4 has. It comes from NuGet and is laid out in out/runtimes.
.EXAMPLE
    ./build.ps1 TestNet8
#>
[CmdletBinding()]
param()

$ErrorActionPreference = 'Stop'
$root = (Resolve-Path (Join-Path $PSScriptRoot '../..')).Path
$runtime = Join-Path $root 'out/runtimes/net8/dotnet'

dotnet build $PSScriptRoot --target:LayOut --verbosity quiet -nologo
if ($LASTEXITCODE -ne 0) { throw 'The runtime cannot be laid out.' }

Write-Host "The engine's tests on $(& $runtime --list-runtimes | ForEach-Object { ($_ -split ' ')[0, 1] -join ' ' }): about two minutes, and silent meanwhile."
$before = $env:LOGANALYSIS_RUNTIME
# A test holds the runtime to it.
$env:LOGANALYSIS_RUNTIME = '8'
try {
    # Those of Contributing build the engine with the SDK, and say nothing of a runtime.
    dotnet test (Join-Path $root 'tests/Engine.Tests') --filter 'FullyQualifiedName!~Contributing' '--' "RunConfiguration.DotNetHostPath=$runtime"
}
finally { $env:LOGANALYSIS_RUNTIME = $before }
exit $LASTEXITCODE
