using System.Buffers;
using System.Text;
using LogAnalysis.Text;

namespace LogAnalysis.Traces;

/// <summary>
/// Which frames are not of the application: those of runtimes, standard libraries, and frameworks and libraries that many use. To add one, add it to the
/// row of its kind: a prefix of methods or functions, a folder, or the beginning of a path.
/// </summary>
/// <remarks>
/// Source: the package names that these projects publish; the folders into which their package managers install. Sentry tells frames of the
/// application from others in the same way, and looks at the others only where there are none of the first.
/// </remarks>
internal static class ForeignCode
{
    private static readonly Prefixes Methods = new(
        ("the runtimes of Java, Kotlin, Scala, Groovy, Clojure and Android",
            "java. javax. jakarta. jdk. sun. com.sun. com.oracle. kotlin. kotlinx. scala. groovy.lang. groovy.util. org.codehaus.groovy. org.apache.groovy. clojure. "
            + "android. androidx. dalvik. com.android. libcore."),
        ("frameworks that call applications of Java",
            "org.springframework. org.apache. org.eclipse. org.jboss. org.wildfly. org.glassfish. io.undertow. io.netty. io.vertx. io.quarkus. io.micronaut. io.helidon. "
            + "reactor. rx. io.reactivex. akka. pekko. play. zio. cats. io.ktor. io.javalin. spark. feign. com.google.inject. com.google.common. org.quartz. org.aspectj. "
            + "com.netflix. io.grpc. io.dropwizard. org.junit. junit. org.testng. org.mockito. org.gradle."),
        ("libraries that applications of Java call",
            "org.hibernate. org.postgresql. com.mysql. org.mariadb. oracle. org.h2. org.hsqldb. org.sqlite. com.microsoft.sqlserver. com.zaxxer. com.fasterxml. com.google.gson. org.jooq. "
            + "org.mybatis. com.mongodb. org.mongodb. redis. io.lettuce. org.redisson. com.rabbitmq. org.elasticsearch. co.elastic. software.amazon. com.amazonaws. "
            + "okhttp3. okio. retrofit2. org.slf4j. ch.qos. org.jetbrains. net.bytebuddy. net.sf. org.yaml. org.flywaydb. liquibase. io.micrometer. io.opentelemetry. io.sentry. lombok."),
        (".NET and what comes with it",
            "System. Microsoft. Internal. Interop. MS. Mono. Windows. FSharp. Grpc. Azure. lambda_method dynamicClass. DynamicClass."),
        ("libraries of .NET",
            "Newtonsoft. Serilog. NLog. log4net. Npgsql. MySql. MySqlConnector. Oracle. Dapper. StackExchange. MongoDB. AutoMapper. MediatR. MassTransit. RabbitMQ. Confluent. "
            + "Polly. Hangfire. Quartz. FluentValidation. FluentMigrator. Castle. Autofac. Ninject. NHibernate. ServiceStack. Refit. RestSharp. Swashbuckle. "
            + "Amazon. Google. Sentry. Xunit. NUnit. Moq. Akka. Orleans. Giraffe."));

    private static readonly Prefixes Go = new(
        ("Go's runtime and standard library",
            "panic runtime. runtime/ testing. net. net/ database/sql encoding/ reflect. sync. sync/ syscall. os. os/ io. io/ bufio. bytes. context. crypto/ errors. fmt. html/ "
            + "internal/ log. log/ math. math/ mime/ path. path/ regexp. sort. slices. maps. strconv. strings. text/ time. unicode/ archive/ compress/ container/ flag. iter. golang.org/x/"));

    private static readonly Prefixes Rust = new(
        ("Rust's standard library, and what starts a program", "std:: core:: alloc:: rust_ __rust _start main __libc start_thread clone backtrace:: test:: _main"),
        ("frameworks that call applications of Rust", "tokio:: futures futures_ async_std:: hyper:: tower:: axum:: actix rayon:: anyhow:: tonic:: rocket:: warp::"));

    private static readonly Prefixes Paths = new(
        ("modules of Node.js, Deno and Bun themselves", "node: internal/ ext: deno: bun: native:"),
        ("modules that Python and Ruby have built in", "<frozen <internal: <string> <built-in"),
        ("where Linux has runtimes and their libraries", "/usr/lib/ /usr/lib64/ /usr/share/php/ /usr/local/go/ /rustc/"));

    /// <summary>Folders into which package managers install.</summary>
    private static readonly WordTable<bool> Folders = new((true,
        "node_modules bower_components site-packages dist-packages vendor gems rubygems .cargo .rustup rustlib .nuget .composer .pnpm .yarn"));

    /// <summary>A build without the global lock has a t behind its version.</summary>
    private static readonly SearchValues<byte> VersionBytes = SearchValues.Create("0123456789.t"u8);

    /// <summary>What in the name of a class says that a library has made it while the program ran.</summary>
    private static readonly byte[][] Generated = [.. new[] { "CGLIB$$", "$Proxy", "GeneratedMethodAccessor", "$HibernateProxy$", "$$_Weld" }.Select(Encoding.ASCII.GetBytes)];

    /// <summary>Whether a method of Java, .NET or their kin is of others.</summary>
    public static bool HasMethod(ReadOnlySpan<byte> name)
    {
        // Java names the module before the class; what it makes of a lambda has a slash in its own name.
        int lambda = name.IndexOf((byte)'$');
        int module = name[..(lambda < 0 ? name.Length : lambda)].LastIndexOf((byte)'/');
        name = name[(module + 1)..];
        if (Methods.Match(name))
        {
            return true;
        }

        foreach (byte[] mark in lambda < 0 ? [] : Generated)
        {
            if (name.IndexOf(mark) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a function of Go is of others.</summary>
    /// <param name="function">The function.</param>
    /// <param name="path">Its file: that of a module has the module's version.</param>
    public static bool HasGo(ReadOnlySpan<byte> function, ReadOnlySpan<byte> path) =>
        Go.Match(function) || path.Contains((byte)'@') || HasPath(path);

    /// <summary>Whether a function of Rust is of others.</summary>
    /// <param name="function">The function; of a trait, it begins with the type in angle brackets.</param>
    /// <param name="path">Its file; empty where that is not known.</param>
    public static bool HasRust(ReadOnlySpan<byte> function, ReadOnlySpan<byte> path) => Rust.Match(function.TrimStart((byte)'<')) || HasPath(path);

    /// <summary>Whether a file of JavaScript is of others. Node.js names its own without a folder.</summary>
    public static bool HasScript(ReadOnlySpan<byte> path) => path.IndexOfAny((byte)'/', (byte)'\\') < 0 || HasPath(path);

    /// <summary>Whether a file is of others.</summary>
    public static bool HasPath(ReadOnlySpan<byte> path)
    {
        if (Paths.Match(path))
        {
            return true;
        }

        while (path.IndexOfAny((byte)'/', (byte)'\\') is >= 0 and int end)
        {
            ReadOnlySpan<byte> folder = path[..end];
            if (Folders.Contains(folder) || IsPython(folder))
            {
                return true;
            }

            path = path[(end + 1)..];
        }

        return false;
    }

    /// <summary>The folder of Python's standard library: <c>/usr/local/lib/python3.12/</c>, <c>C:\Python312\Lib\</c>.</summary>
    private static bool IsPython(ReadOnlySpan<byte> folder) =>
        folder.Length > "python".Length && Ascii.EqualsIgnoreCase(folder[.."python".Length], "python"u8) && char.IsAsciiDigit((char)folder["python".Length])
        && folder["python".Length..].IndexOfAnyExcept(VersionBytes) < 0;

    /// <summary>Finds whether a name begins with one of many texts.</summary>
    private sealed class Prefixes
    {
        /// <summary>In their order, without those that begin with another one: only the last one before a name can be its beginning.</summary>
        private readonly byte[][] _texts;

        /// <param name="rows">Why they are foreign, and the texts, separated by spaces.</param>
        public Prefixes(params (string Reason, string Texts)[] rows)
        {
            string[] texts = [.. rows.SelectMany(row => row.Texts.Split(' ')).Distinct(StringComparer.Ordinal)];
            _texts =
            [
                .. texts.Where(text => !texts.Any(other => other != text && text.StartsWith(other, StringComparison.Ordinal)))
                    .Order(StringComparer.Ordinal)
                    .Select(Encoding.ASCII.GetBytes),
            ];
        }

        public bool Match(ReadOnlySpan<byte> name)
        {
            int first = 0;
            int end = _texts.Length;
            while (first < end)
            {
                int middle = (first + end) / 2;
                (first, end) = name.SequenceCompareTo(_texts[middle]) < 0 ? (first, middle) : (middle + 1, end);
            }

            return first > 0 && name.StartsWith(_texts[first - 1]);
        }
    }
}
