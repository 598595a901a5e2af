# What docs/reliability.md promises, where a real shell matters.

BeforeAll {
    . $PSScriptRoot/Support.ps1
}

Describe 'Reliability' {
    It 'reads what is there of a gzip file whose end is missing, and says that it is partial' {
        $whole = [IO.MemoryStream]::new()
        $gzip = [IO.Compression.GZipStream]::new($whole, [IO.Compression.CompressionLevel]::Fastest)
        foreach ($i in 1..20000) { $gzip.Write([Text.Encoding]::ASCII.GetBytes("2025-01-24 07:00:30 ERROR $i`n")) }
        $gzip.Dispose()
        $path = Join-Path $TestDrive 'cut.log.gz'
        $bytes = $whole.ToArray()
        [IO.File]::WriteAllBytes($path, $bytes[0..($bytes.Length / 2)])
        $summary = Measure-LogErrors $path -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.FullyQualifiedErrorId | Should -BeLike 'ReadFailed,*'
        $failed[0].Exception.Message | Should -Match 'partial'
        $summary.Errors | Should -BeGreaterThan 0
        $summary.Errors | Should -BeLessThan 20000
    }
}
