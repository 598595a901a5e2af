# Wine with Windows' .NET: dot-sourced by scripts that set $root and $work.
$prefix = Join-Path $work 'prefix'

function Invoke-DotNet {
    Push-Location $root
    try { dotnet @args | Out-Host }
    finally { Pop-Location }
    if ($LASTEXITCODE -ne 0) { throw "dotnet $args ended with exit code $LASTEXITCODE." }
}

# Debian has Wine's programs in a folder of their own.
function Find-Wine([string] $Program = 'wine64') {
    $found = Get-Command "/usr/lib/wine/$Program", $Program -CommandType Application -ErrorAction Ignore
    if ($found) { @($found)[0].Source }
}

function Install-Wine {
    if ((Find-Wine) -or -not (Get-Command apt-get -ErrorAction Ignore) -or (id -u) -ne 0) { return }
    Write-Host 'Installing Wine.'
    apt-get update -qq | Out-Host
    env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends wine64 | Out-Null
}

# The folder of the packages that the project restores.
function Get-PackageRoot { dotnet msbuild (Join-Path $root tests/Pester) -getProperty:NuGetPackageRoot }

function Get-PowerShellVersion { (Get-Content (Join-Path $root '.config/dotnet-tools.json') | ConvertFrom-Json).tools.powershell.version }

# Windows' program in the package of the tool.
function Find-WindowsPowerShell { (Resolve-Path "$(Get-PackageRoot)/powershell/$(Get-PowerShellVersion)/tools/net*/any/win/pwsh.exe").Path }

function ConvertTo-WindowsPath([string] $Path) { "Z:$($Path.Replace('/', '\'))" }

# What a program under Wine finds in its environment, and nothing of this process's: its PSModulePath, for example, would be taken for Windows'.
function Get-WineEnvironment {
    @(
        "HOME=$work/home", "PATH=$env:PATH", 'TERM=xterm', 'LANG=C.UTF-8', "WINEPREFIX=$prefix", 'WINEDEBUG=-all'
        "DOTNET_ROOT=$(ConvertTo-WindowsPath "$root/out/runtimes/windows")"
        # With either of them the runtime crashes now and then under Wine 8.
        'DOTNET_EnableWriteXorExecute=0', 'DOTNET_gcConcurrent=0'
        'POWERSHELL_TELEMETRY_OPTOUT=1', 'POWERSHELL_UPDATECHECK=Off'
    )
}

# A Windows of its own, fresh for each run, of which nothing is in the user's home.
function New-WinePrefix {
    Remove-WinePrefix
    $null = New-Item -ItemType Directory -Force $work/home
    # Without mscoree and mshtml Wine does not offer to install its own .NET and browser; later, assemblies need mscoree.
    env -i @(Get-WineEnvironment) 'WINEDLLOVERRIDES=mscoree,mshtml=' timeout 300 (Find-Wine) wineboot --init 2>&1 | Out-Null
    env -i @(Get-WineEnvironment) timeout 300 (Find-Wine) winecfg -v win10 2>&1 | Out-Null
}

function Remove-WinePrefix {
    if (-not (Test-Path $prefix)) { return }
    env -i @(Get-WineEnvironment) timeout 60 (Find-Wine wineserver) --kill 2>&1 | Out-Null
    Remove-Item $prefix, $work/home -Recurse -Force
}

# Runs a Windows program and shows what it prints. It needs a terminal: without one, PowerShell under Wine ends at once and says nothing.
function Invoke-Wine([int] $TimeoutMinutes, [string] $Program) {
    $command = (@("exec '$(Find-Wine)'", "'$Program'") + ($args | ForEach-Object { "'$($_.Replace("'", "'\''"))'" })) -join ' '
    # Through a pipe, since Wine would draw on the terminal rather than print. 80 columns are what the README shows.
    $script = "stty cols 80 rows 24; { $command; } 2>&1 | cat"
    env -i @(Get-WineEnvironment) timeout --kill-after=10 "${TimeoutMinutes}m" script -qec $script /dev/null |
        ForEach-Object TrimEnd | Where-Object { $_ -notmatch '^wine: Read access denied for device' } | Out-Host
}
