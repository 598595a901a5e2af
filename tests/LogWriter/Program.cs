using System.Globalization;
using System.Text;

// usage: LogWriter PATH LINES ROTATE_AT
// Appends LINES lines "line 0", "line 1" ... each with one write, and before line ROTATE_AT renames the file to PATH.1 and
// creates a new one, as logrotate and loggers do.
string path = args[0];
int lines = int.Parse(args[1], CultureInfo.InvariantCulture);
int rotateAt = int.Parse(args[2], CultureInfo.InvariantCulture);

FileStream log = Open(path);
for (int i = 0; i < lines; i++)
{
    if (i == rotateAt)
    {
        File.Move(path, path + ".1");
        log.Dispose();
        log = Open(path);
    }

    log.Write(Encoding.UTF8.GetBytes($"line {i}\n"));
}

log.Dispose();

static FileStream Open(string path) =>
    new(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
