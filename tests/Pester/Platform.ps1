# Dot-sourced in BeforeDiscovery, for -Skip. A test that is skipped for what it runs on says why in a tag, such as 'Not under Wine: why'.
$isWine = $IsWindows -and (Test-Path 'Registry::HKEY_CURRENT_USER\Software\Wine')
