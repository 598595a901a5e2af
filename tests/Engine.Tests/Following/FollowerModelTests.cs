using System.Globalization;
using LogAnalysis.Following;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Following;

/// <summary>
/// Random sequences of what happens to logs, against the simplest model there is: a list of the lines that were written. A failure
/// names the seed that repeats it.
/// </summary>
public sealed class FollowerModelTests
{
    private const int Sequences = 240;
    private const int FewSequences = 80;
    private const int Steps = 25;
    private const int AtOnce = 12;

    private static readonly FollowOptions Options = new()
    {
        FromStart = true,
        PollInterval = TimeSpan.FromMilliseconds(20),
        PartialGrace = TimeSpan.FromMilliseconds(100),
        RotationGrace = TimeSpan.FromMilliseconds(300),
    };

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, null)]
    [InlineData(true, 1)]
    public void Whatever_happens_to_a_log_every_line_comes_once(bool resumes, int? handles)
    {
        int start = Environment.GetEnvironmentVariable("LOGANALYSIS_SEED") is string seed ? int.Parse(seed, CultureInfo.InvariantCulture) : 1;
        FollowOptions options = handles is int most ? Options with { MaxOpen = most } : Options;
        System.Threading.Tasks.Parallel.For(start, start + (handles is null ? Sequences : FewSequences), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, current =>
        {
            using var sequence = new Sequence(current, resumes, options);
            sequence.Run();
        });
    }

    private sealed class Sequence(int seed, bool resumes, FollowOptions options) : IDisposable
    {
        private static readonly string[] Words = ["plain", "café", "naïve €", "日本語", "😀 grin", "", "a\tb"];

        private readonly TempFolder _folder = new();
        private readonly Random _random = new(seed);
        private readonly List<string> _expected = [];
        private readonly List<string> _taken = [];
        private readonly List<string> _history = [];
        private FollowerProbe? _probe;
        private string _partial = string.Empty;
        private int _rotations;
        private int _generation;

        private string Log => _folder.Combine("app.log");

        public void Run()
        {
            File.WriteAllText(Log, string.Empty);
            StartFollowing();
            Write("0:first\n");
            CatchUp();
            for (int i = 0; i < Steps; i++)
            {
                Step();
            }

            if (_probe is null)
            {
                StartFollowing();
            }

            Write($"{_generation}:last\n");
            CatchUp();
            StopFollowing();
        }

        public void Dispose()
        {
            _probe?.Dispose();
            _folder.Dispose();
        }

        private void Step()
        {
            string step = _random.Next(resumes ? 14 : 11) switch
            {
                0 or 1 or 2 => Do("write", WriteLines),
                3 or 4 => Do("write a part", WritePart),
                5 or 6 => Do("rename", Rename),
                7 => Do("copy and truncate", CopyTruncate),
                8 => Do("delete", Delete),
                9 => Do("take", () => _probe?.TakeSome()),
                10 => Do("catch up", CatchUp),
                11 or 12 => Do("stop or start", StopOrStart),
                _ => Do("truncate and write", TruncateAndWrite),
            };
            _history.Add(step);
        }

        private static string Do(string name, Action action)
        {
            action();
            return name;
        }

        private void WriteLines()
        {
            for (int i = _random.Next(1, _random.Next(2, 60)); i > 0; i--)
            {
                Write($"{_generation}:{_expected.Count} {Words[_random.Next(Words.Length)]}{(_random.Next(4) == 0 ? "\r\n" : "\n")}");
            }
        }

        private void WritePart()
        {
            byte[] line = System.Text.Encoding.UTF8.GetBytes($"{_generation}:{_expected.Count} part {Words[_random.Next(Words.Length)]}");
            int cut = _random.Next(1, line.Length);
            Append(line.AsSpan(0, cut));
            _probe?.TakeSome();
            Append(line.AsSpan(cut));
            _partial += System.Text.Encoding.UTF8.GetString(line);
            if (_random.Next(2) == 0)
            {
                Write("\n");
            }
        }

        private void Rename()
        {
            EndLine();
            File.Move(Log, Log + $".{++_rotations}");
            File.WriteAllText(Log, string.Empty);
        }

        private void CopyTruncate()
        {
            EndLine();
            File.Copy(Log, Log + $".{++_rotations}");
            Truncate();
        }

        /// <summary>What is deleted unseen is gone: the follower has seen it before.</summary>
        private void Delete()
        {
            EndLine();
            if (_probe is null)
            {
                return;
            }

            CatchUp();
            File.Delete(Log);
            File.WriteAllText(Log, string.Empty);
        }

        /// <summary>So is what is truncated away; what is written then must come, though it is longer than what was there.</summary>
        private void TruncateAndWrite()
        {
            EndLine();
            if (_probe is null)
            {
                return;
            }

            CatchUp();
            long length = new FileInfo(Log).Length;
            Truncate();
            while (new FileInfo(Log).Length <= length)
            {
                WriteLines();
            }
        }

        private void Truncate()
        {
            using FileStream log = new(Log, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            log.SetLength(0);
        }

        private void EndLine()
        {
            _generation++;
            if (_partial.Length > 0)
            {
                Write("\n");
            }
        }

        private void StopOrStart()
        {
            if (_probe is null)
            {
                StartFollowing();
            }
            else
            {
                StopFollowing();
            }
        }

        private void StartFollowing() => _probe = resumes
            ? FollowerProbe.WithCheckpoint(_folder.Combine("state.json"), options, Log)
            : new FollowerProbe(options, Log);

        private void StopFollowing()
        {
            _probe!.EndInOrder();
            _taken.AddRange(_probe.Texts);
            _probe = null;
        }

        private void CatchUp()
        {
            if (_probe is null)
            {
                return;
            }

            _probe.TakeUntil(_expected.Count - _taken.Count);

            // In order a file: of a file that was emptied before anything was read of it, the copy comes behind.
            string[] all = [.. _taken.Concat(_probe.Texts).OrderBy(line => int.TryParse(line.Split(':')[0], out int file) ? file : int.MaxValue)];
            int wrong = Enumerable.Range(0, Math.Min(all.Length, _expected.Count)).FirstOrDefault(i => all[i] != _expected[i], -1);
            Assert.True(wrong < 0 && all.Length == _expected.Count, Describe(all, wrong));
        }

        private string Describe(string[] all, int wrong) =>
            $"LOGANALYSIS_SEED={seed}: {all.Length} lines came of {_expected.Count}" +
            (wrong < 0 ? string.Empty : $"; line {wrong} is '{all[wrong]}' and not '{_expected[wrong]}'") +
            $". {string.Join(", ", _history)}; {string.Join(' ', _probe?.Warnings.Select(warning => warning.Message).Concat(_probe.Errors.Select(error => error.Message)) ?? [])}";

        private void Write(string text)
        {
            Append(System.Text.Encoding.UTF8.GetBytes(text));
            _partial += text;
            if (_partial.EndsWith('\n'))
            {
                _expected.Add(_partial.TrimEnd('\n').TrimEnd('\r'));
                _partial = string.Empty;
            }
        }

        private void Append(ReadOnlySpan<byte> bytes)
        {
            using FileStream log = new(Log, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            log.Write(bytes);
        }
    }
}
