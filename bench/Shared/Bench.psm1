# What compare.ps1, growth.ps1 and start.ps1 share: data with a known truth, measured sessions and processes, numbers and tables.

$Repository = Split-Path (Split-Path $PSScriptRoot)
$DefaultModule = Join-Path $Repository LogAnalysis.psd1

# The PowerShell that runs this. As a dotnet tool its process is dotnet.
$PowerShellCommand = @([Environment]::ProcessPath)
if ((Split-Path -LeafBase $PowerShellCommand[0]) -eq 'dotnet') { $PowerShellCommand += Join-Path $PSHOME pwsh.dll }

function Invoke-DotNet {
    $output = dotnet @args
    if ($LASTEXITCODE -ne 0) { throw "dotnet $args failed:`n$($output -join "`n")" }
    $output | Write-Verbose
}

# The full path of the module to measure. This repository's own is built first, in Release.
function Resolve-BenchModule([string] $Path) {
    if ($Path -and -not (Test-Path -LiteralPath $Path -PathType Leaf)) { throw "There is no module manifest '$Path'." }
    $Path = $Path ? (Convert-Path -LiteralPath $Path) : $DefaultModule
    if ($Path -eq $DefaultModule) {
        Write-Progress -Activity 'bench' -Status 'Building the module'
        Invoke-DotNet build (Join-Path $Repository LogAnalysis.Module) --configuration Release --verbosity quiet
    }
    $Path
}

# Generates logs, such as app=50m, in a folder, unless they are there already, and returns the truth about them by file name.
function New-BenchData([string] $Folder, [string[]] $Logs) {
    Write-Progress -Activity 'bench' -Status "Generating logs in $Folder"
    # A bare -- would be taken away by PowerShell.
    Invoke-DotNet run --configuration Release --project (Join-Path $Repository bench) '--' generate $Folder @Logs
    Write-Progress -Activity 'bench' -Completed
    (Get-Content -Raw (Join-Path $Folder truth.json) | ConvertFrom-Json -AsHashtable).Logs
}

# The folder of data: out/bench where nothing is said.
function Resolve-DataFolder([string] $Path) { (New-Item -ItemType Directory -Force ($Path ? $Path : (Join-Path $Repository out bench))).FullName }

# A folder for what is written only to be measured.
function New-WorkFolder([string] $Parent) {
    (New-Item -ItemType Directory (Join-Path (Resolve-DataFolder $Parent) "work-$([Guid]::NewGuid().ToString('n'))")).FullName
}

# Cores, processor, system and versions: what figures depend on most.
function Get-Machine {
    $model = if (Test-Path /proc/cpuinfo) { (Select-String '^model name\s*: (.*)' /proc/cpuinfo | Select-Object -First 1).Matches.Groups[1].Value }
    $info = [Runtime.InteropServices.RuntimeInformation]
    "$([Environment]::ProcessorCount) cores of $($model ?? $info::ProcessArchitecture), $($info::OSDescription),"
    "$($info::FrameworkDescription), PowerShell $($PSVersionTable.PSVersion)"
}

# A PowerShell process that runs one command after the other (session.ps1), with a module or without.
function Start-BenchSession([string] $Module) {
    $program, $arguments = $PowerShellCommand + '-NoProfile', '-NonInteractive', '-File', (Join-Path $PSScriptRoot session.ps1)
    $start = [Diagnostics.ProcessStartInfo]::new($program)
    @($arguments; if ($Module) { '-Module', $Module }) | ForEach-Object { $start.ArgumentList.Add($_) }
    $start.RedirectStandardInput = $start.RedirectStandardOutput = $true
    $start.Environment['POWERSHELL_TELEMETRY_OPTOUT'] = '1'
    $start.Environment['POWERSHELL_UPDATECHECK'] = 'Off'
    $session = [pscustomobject]@{ Process = [Diagnostics.Process]::Start($start) }
    if ((Read-Reply $session).Text -eq 'Debug') { Write-Warning "$Module was built as Debug; its figures say nothing." }
    $session
}

# Runs a command, measured, and then an expression that makes text of its $result, which is not measured.
function Invoke-BenchSession($Session, [string] $Command, [string] $Answer = "''") {
    $Session.Process.StandardInput.WriteLine("$Command`t$Answer")
    Read-Reply $Session
}

function Stop-BenchSession($Session) {
    $Session.Process.StandardInput.Close()
    if (-not $Session.Process.WaitForExit(10000)) { $Session.Process.Kill($true) }
    $Session.Process.Dispose()
}

function Read-Reply($Session) {
    $line = $Session.Process.StandardOutput.ReadLineAsync()
    # In steps, so that Ctrl+C ends it.
    while (-not $line.Wait(200)) { }
    if ($null -eq $line.Result) { throw 'The PowerShell session ended before it was done.' }
    $seconds, $text = $line.Result.Split("`t", 2)
    if ($seconds -eq '!') { throw $text }
    [pscustomobject]@{ Seconds = [double] $seconds; Text = $text }
}

function Test-Program([string] $Name) { [bool] (Get-Command $Name -CommandType Application -ErrorAction Ignore) }

# Runs a program once by hyperfine, without a shell between, and returns its seconds and what it printed.
function Measure-BenchProcess([string[]] $Command, [hashtable] $Environment = @{}) {
    $Environment += @{ POWERSHELL_TELEMETRY_OPTOUT = '1'; POWERSHELL_UPDATECHECK = 'Off' }
    $before = @{}
    $Environment.Keys | ForEach-Object { $before[$_] = [Environment]::GetEnvironmentVariable($_) }
    $json, $output = (New-TemporaryFile), (New-TemporaryFile)
    try {
        $Environment.Keys | ForEach-Object { [Environment]::SetEnvironmentVariable($_, $Environment[$_]) }
        $words = ($Command | ForEach-Object { "'" + $_.Replace("'", "'\''") + "'" }) -join ' '
        $said = hyperfine --shell=none --runs 1 --style none --output $output --export-json $json $words 2>&1
        if ($LASTEXITCODE -ne 0) { throw "$($Command[0]) failed: $($said -join ' ')" }
        [pscustomobject]@{
            Seconds = (Get-Content -Raw $json | ConvertFrom-Json).results[0].times[0]
            Text    = Get-Content -Raw $output
        }
    }
    finally {
        $before.Keys | ForEach-Object { [Environment]::SetEnvironmentVariable($_, $before[$_]) }
        Remove-Item $json, $output
    }
}

# The command line of a PowerShell process that imports a module, runs a command, and ends.
function Get-PowerShellCommand([string] $Module, [string] $Command) {
    $import = $Module ? "Import-Module '$($Module.Replace("'", "''"))'; " : ''
    $PowerShellCommand + '-NoProfile', '-NonInteractive', '-Command', ($import + $Command)
}

function Get-Median([double[]] $Numbers) {
    if (-not $Numbers) { return [double]::NaN }
    $sorted = $Numbers | Sort-Object
    $middle = @($sorted).Count / 2
    ($sorted[[math]::Ceiling($middle) - 1] + $sorted[[math]::Floor($middle)]) / 2
}

# Three digits, however small.
function Format-Figure([double] $Number) {
    $format = switch ($Number) {
        { $_ -ge 100 } { '0'; break }
        { $_ -ge 10 } { '0.0'; break }
        { $_ -ge 1 } { '0.00'; break }
        { $_ -ge 0.1 } { '0.000'; break }
        default { '0.0000' }
    }
    [double]::IsNaN($Number) ? '' : $Number.ToString($format, [cultureinfo]::InvariantCulture)
}

function Format-Range([double[]] $Numbers) {
    switch (@($Numbers).Count) {
        0 { '' }
        1 { 'one run' }
        default { $range = $Numbers | Measure-Object -Minimum -Maximum; "$(Format-Figure $range.Minimum) - $(Format-Figure $range.Maximum)" }
    }
}

# Powers of 1,000, as sizes of logs are stated.
function Format-Size([double] $Bytes) {
    $unit, $number = switch ($Bytes) {
        { $_ -ge 1e9 } { 'GB', ($_ / 1e9); break }
        { $_ -ge 1e6 } { 'MB', ($_ / 1e6); break }
        default { 'KB', ($_ / 1e3) }
    }
    "$($number.ToString('0.#', [cultureinfo]::InvariantCulture)) $unit"
}

# Shows rows as a table that fits 80 columns, as a table of Markdown, or returns them as they are.
function Show-Table([object[]] $Rows, [string] $As) {
    if ($As -eq 'Object' -or -not $Rows) { return $Rows }
    if ($As -eq 'Table') {
        return $Rows | Format-Table -AutoSize | Out-String -Width 80 | ForEach-Object TrimEnd
    }
    $names = $Rows[0].psobject.Properties.Name
    ''
    "| $($names -join ' | ') |"
    "| $(@($names | ForEach-Object { '---' }) -join ' | ') |"
    foreach ($row in $Rows) { "| $(@($names | ForEach-Object { "$($row.$_)".Replace('|', '\|') }) -join ' | ') |" }
}

Export-ModuleMember -Function *
