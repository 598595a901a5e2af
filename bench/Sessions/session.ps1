# Runs commands in one session, so that they are measured without what it takes to start PowerShell. It first writes the seconds that
# importing the module took, and the version of PowerShell. Then each line that it reads is a command, a tab, and an expression that makes a
# line of text of $result, which is what the command gave; each line that it writes is the seconds that the command took, a tab, and
# that text; or an exclamation mark, a tab, and what went wrong.
param([string] $Manifest)

$ErrorActionPreference = 'Stop'
$watch = [Diagnostics.Stopwatch]::StartNew()
if ($Manifest) { Import-Module $Manifest }
[Console]::Out.WriteLine("$($watch.Elapsed.TotalSeconds)`t$($PSVersionTable.PSVersion)")

while ($null -ne ($line = [Console]::In.ReadLine())) {
    $command, $answer = $line.Split("`t") | ForEach-Object { [scriptblock]::Create($_) }
    try {
        $watch.Restart()
        $result = & $command
        $seconds = $watch.Elapsed.TotalSeconds
        [Console]::Out.WriteLine("$seconds`t$(& $answer)")
    }
    catch {
        [Console]::Out.WriteLine("!`t$($_.Exception.Message)")
    }
}
