using System.Management.Automation;
using System.Management.Automation.Runspaces;

// usage: NeighbourSession SCRIPT
// Errors are printed like output, so that a test shows them where it compares.
using Runspace runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
runspace.Open();
using var shell = PowerShell.Create(runspace);
shell.AddScript(args[0]);
foreach (PSObject item in shell.Invoke())
{
    Console.WriteLine(item);
}

foreach (ErrorRecord error in shell.Streams.Error)
{
    Console.WriteLine(error.Exception);
}
