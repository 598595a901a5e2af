using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>Protocols other than HTTP, whose replies have numbers of three digits too: FTP, SMTP and NNTP.</summary>
/// <remarks>Source: IANA, "FTP Commands and Extensions" and "SMTP Service Extensions"; what the services of IIS write in place of a method.</remarks>
internal static class OtherProtocols
{
    private static readonly WordTable<bool> Verbs = new((true,
        "user pass acct cwd cdup smnt rein quit port pasv type stru mode retr stor stou appe allo rest rnfr rnto abor dele rmd mkd pwd list nlst site "
        + "syst noop feat opts auth pbsz prot eprt epsv mdtm size mlsd mlst ccc adat mic conf enc xmkd xrmd xpwd xcwd xcup "
        + "helo ehlo mail rcpt data bdat rset vrfy expn starttls turn etrn atrn burl xexch50 x-exps x-link2state x-anonymoustls "
        + "controlchannelopened controlchannelclosed datachannelopened datachannelclosed outboundconnectioncommand outboundconnectionresponse "
        + "ihave newgroups newnews xover xhdr"));

    private static readonly WordTable<bool> Names = new((true, "smtp esmtp ftp ftps sftp nntp pop3 imap imap4 smtpsvc ftpsvc msftpsvc nntpsvc pop3svc imap4svc"));

    private static readonly WordTable<bool> Ports = new((true, "21 25 110 119 143 465 587 990 993 995"));

    /// <summary>Whether a word is a verb of theirs. IIS puts the number of the session before it: <c>[2]USER</c>.</summary>
    public static bool HasVerb(ReadOnlySpan<byte> method)
    {
        int close = method is [(byte)'[', ..] ? method.IndexOf((byte)']') : -1;
        return close > 0 || (!HttpMethods.Contains(method) && Verbs.Contains(method));
    }

    /// <summary>Whether a protocol, a service with its number (<c>SMTPSVC1</c>) or a port is one of theirs.</summary>
    public static bool Matches(ReadOnlySpan<byte> service) =>
        DigitReader.IsNumber(service) ? Ports.Contains(service) : Names.Contains(service) || Names.Contains(service.TrimEnd("0123456789"u8));
}
