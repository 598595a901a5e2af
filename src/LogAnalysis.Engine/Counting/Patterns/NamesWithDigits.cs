using LogAnalysis.Text;

namespace LogAnalysis.Counting;

/// <summary>
/// Names that have a digit and are no values: of protocols, algorithms, encodings, architectures, file systems. A message about <c>IPv4</c> is not one about <c>IPv6</c>.
/// </summary>
internal static class NamesWithDigits
{
    /// <summary>No name has more letters and digits.</summary>
    private const int MaxNameLength = 9;

    private const int MaxJoints = 2;
    private const int MaxLength = 36;

    private static readonly WordTable<bool> Names = new((true,
        "ipv4 ipv6 ip4 ip6 icmpv6 dhcpv4 dhcpv6 http1 http2 http3 h2 h2c h3 tls1 tlsv1 ssh1 ssh2 ssl2 ssl3 sslv2 sslv3 oauth1 oauth2 "
        + "saml2 socks4 socks5 ntlmv1 ntlmv2 smb1 smb2 smb3 smbv1 smbv2 smbv3 nfs3 nfs4 nfsv3 nfsv4 pop3 imap4 snmpv1 snmpv2 snmpv3 x509 "
        + "usb1 usb2 usb3 md4 md5 sha1 sha2 sha3 sha224 sha256 sha384 sha512 crc16 crc32 crc32c crc64 rc4 3des aes128 aes192 aes256 "
        + "rsa1024 rsa2048 rsa4096 ed25519 x25519 secp256k1 p256 p384 blake2 blake2b blake3 chacha20 poly1305 bzip2 lz4 base16 base32 base58 base64 utf7 utf8 "
        + "utf16 utf32 latin1 cp1252 gb2312 big5 iso8601 rfc3339 x86 x64 x8664 amd64 arm64 aarch64 i386 i486 i586 i686 win32 win64 "
        + "ext2 ext3 ext4 fat16 fat32 ntfs3 log4j log4j2 log4net s3 ec2 k8s i18n l10n a11y db2 neo4j h264 h265 mp3 mp4 mpeg4 "
        + "int8 int16 int32 int64 uint8 uint16 uint32 uint64 float32 float64 web2 web3 d3d11 d3d12"));

    /// <summary>Whether a word is such a name, or several with hyphens between: <c>UTF-8</c>, <c>IPv4-mapped</c>, <c>x86_64</c>.</summary>
    public static bool Contains(ReadOnlySpan<byte> word)
    {
        if (word[0] is not ((>= (byte)'A' and <= (byte)'Z') or (>= (byte)'a' and <= (byte)'z') or (byte)'3') || word.Length > MaxLength)
        {
            return false;
        }

        if (IsMajorVersion(word) || IsName(word))
        {
            return true;
        }

        // Most words end with a number behind a hyphen.
        if (word.LastIndexOf((byte)'-') is var last and > 0 && last < word.Length - 1 && word[last + 1] is >= (byte)'0' and <= (byte)'9' and not (byte)'3')
        {
            return false;
        }

        while (!word.IsEmpty)
        {
            int hyphen = word.IndexOf((byte)'-');
            ReadOnlySpan<byte> part = hyphen < 0 ? word : word[..hyphen];
            if (part.IsEmpty || (TextClasses.HasDigit(part) && !IsName(part)))
            {
                return false;
            }

            word = hyphen < 0 ? [] : word[(hyphen + 1)..];
        }

        return true;
    }

    /// <summary>Whether a word names a version of an interface: <c>v1</c>, <c>v2beta1</c>.</summary>
    public static bool IsMajorVersion(ReadOnlySpan<byte> word)
    {
        int digits = word[0] is (byte)'v' or (byte)'V' ? DigitReader.CountLeading(word[1..]) : 0;
        ReadOnlySpan<byte> rest = word[(digits + 1)..];
        return digits is 1 or 2 && (rest.IsEmpty || rest.StartsWith("alpha"u8) || rest.StartsWith("beta"u8));
    }

    /// <summary>Hyphens and underscores within a name do not count.</summary>
    private static bool IsName(ReadOnlySpan<byte> word)
    {
        if (word.IndexOfAny((byte)'-', (byte)'_') < 0)
        {
            return Names.Contains(word);
        }

        if (word.Length > MaxNameLength + MaxJoints)
        {
            return false;
        }

        Span<byte> name = stackalloc byte[MaxNameLength + MaxJoints];
        int length = 0;
        foreach (byte value in word)
        {
            if (value is not ((byte)'-' or (byte)'_'))
            {
                name[length++] = value;
            }
        }

        return Names.Contains(name[..length]);
    }
}
