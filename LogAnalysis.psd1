@{
    RootModule           = 'LogAnalysis.Module/bin/LogAnalysis.Module.dll'
    ModuleVersion        = '0.1.0'
    GUID                 = 'b7c1a4a9-5c0e-4f0e-9f0b-3f9d1c2c8f55'
    Author               = 'The LogAnalysis authors'
    CompanyName          = 'The LogAnalysis authors'
    Copyright            = '(c) The LogAnalysis authors. MIT licence.'
    Description          = 'Watches log files, counts their errors, extracts HTTP status codes and aggregates both into reports: typed objects, whatever the log''s format.'

    PowerShellVersion    = '7.4'
    CompatiblePSEditions = @('Core')

    CmdletsToExport      = @('Compare-LogReport', 'Export-LogReport', 'Get-LogEntry', 'Get-LogFormat', 'Get-LogMask', 'Get-LogReport', 'Get-LogStatusCode', 'Measure-LogErrors', 'Measure-LogField', 'Register-LogFormat', 'Register-LogMask', 'Unregister-LogFormat', 'Unregister-LogMask', 'Watch-LogFile')
    AliasesToExport      = @('Measure-LogError')
    FunctionsToExport    = @()
    VariablesToExport    = @()

    # Views and types refer to its types, and are loaded before the root module.
    RequiredAssemblies   = @('LogAnalysis.Module/bin/LogAnalysis.Module.dll')

    FormatsToProcess     = @(
        'LogAnalysis.Module/Views/LogEntry.format.ps1xml'
        'LogAnalysis.Module/Views/LogErrorSummary.format.ps1xml'
        'LogAnalysis.Module/Views/LogErrorGroup.format.ps1xml'
        'LogAnalysis.Module/Views/LogStatusCode.format.ps1xml'
        'LogAnalysis.Module/Views/LogReport.format.ps1xml'
        'LogAnalysis.Module/Views/LogReportParts.format.ps1xml'
        'LogAnalysis.Module/Views/LogReportChange.format.ps1xml'
        'LogAnalysis.Module/Views/LogField.format.ps1xml'
        'LogAnalysis.Module/Views/LogFormat.format.ps1xml'
        'LogAnalysis.Module/Views/LogMask.format.ps1xml'
    )
    TypesToProcess       = @('LogAnalysis.Module/Views/LogAnalysis.types.ps1xml')

    PrivateData          = @{
        PSData = @{
            Tags         = @('log', 'logs', 'logging', 'monitoring', 'tail', 'access-log', 'errors', 'report', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            ProjectUri   = 'https://github.com/LogAnalysis/LogAnalysis'
            LicenseUri   = 'https://github.com/LogAnalysis/LogAnalysis/blob/main/LICENSE'
            ReleaseNotes = 'The first version. What changes from one to the next: https://github.com/LogAnalysis/LogAnalysis/blob/main/CHANGELOG.md'
        }
    }
}
