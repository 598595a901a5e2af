<#
.SYNOPSIS
    Writes a mail with the report of a log as its HTML text, if there are errors in it.
.DESCRIPTION
    Writes a complete message to the output, headers first: pipe it to sendmail -t. Exit codes: 0 no errors and no message, 1 a message,
    2 the logs could not be read.
.EXAMPLE
    pwsh -NoProfile -File Send-ErrorReport.ps1 -Path '/var/log/app/*.log' -To ops@example.org | sendmail -t
#>
param(
    # The logs, with wildcards.
    [Parameter(Mandatory)] [string] $Path,

    # Who gets the message.
    [Parameter(Mandatory)] [string] $To,

    # From when on to look: a time, or a span back from now.
    [string] $Since = '-24h'
)

$ErrorActionPreference = 'Stop'
$page = [IO.Path]::ChangeExtension([IO.Path]::GetTempFileName(), '.html')
try {
    $report = Get-LogReport $Path -Since $Since
    if ($report.Errors -eq 0) { exit 0 }
    $report | Export-LogReport -LiteralPath $page
    $body = [Convert]::ToBase64String([IO.File]::ReadAllBytes($page), 'InsertLineBreaks')
}
catch {
    [Console]::Error.WriteLine($_)
    exit 2
}
finally { Remove-Item -LiteralPath $page -ErrorAction Ignore }

@"
To: $To
Subject: $($report.Errors) errors on $([Environment]::MachineName)
MIME-Version: 1.0
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: base64

$body
"@
exit 1
