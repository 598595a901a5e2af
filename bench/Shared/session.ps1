# Runs commands in one session, so that they are measured without what it takes to start PowerShell. It first writes the seconds that
# importing the module took, a tab, and how the module was built. Then each line that it reads is a command, a tab, and an expression that
# makes a line of text of $result, which is what the command gave; each line that it writes is the seconds that the command took, a tab,
# and that text; or an exclamation mark, a tab, and what went wrong.
param([string] $Module)

$ErrorActionPreference = 'Stop'
$watch = [Diagnostics.Stopwatch]::StartNew()
$imported = if ($Module) { Import-Module $Module -PassThru }
$seconds = $watch.Elapsed.TotalSeconds
$assembly = @($imported.ExportedCmdlets.Values)[0].ImplementingType.Assembly
$debuggable = if ($assembly) { $assembly.GetCustomAttributes([Diagnostics.DebuggableAttribute], $false) }
[Console]::Out.WriteLine("$seconds`t$($debuggable.IsJITOptimizerDisabled ? 'Debug' : 'Release')")

while ($null -ne ($line = [Console]::In.ReadLine())) {
    try {
        $command, $answer = $line.Split("`t") | ForEach-Object { [scriptblock]::Create($_) }
        $watch.Restart()
        $result = & $command
        $seconds = $watch.Elapsed.TotalSeconds
        [Console]::Out.WriteLine("$seconds`t$(& $answer)")
    }
    catch {
        [Console]::Out.WriteLine("!`t$($_.Exception.Message.ReplaceLineEndings(' '))")
    }
}
