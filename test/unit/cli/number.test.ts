import { Command } from 'commander';
import { addNumberCommand } from '../../../src/cli/number';
import { recordingIo } from './recording-io';

async function number(args: readonly string[], given: Parameters<typeof recordingIo>[0] = {}): Promise<string> {
  const io = recordingIo(given);
  const program = new Command();
  addNumberCommand(program, io);
  await program.parseAsync(['number', ...args], { from: 'user' });
  expect(io.written.err).toBe('');
  return io.written.out;
}

describe('denwaban number', () => {
  it('writes a table', async () => {
    const out = await number(['03-3581-0000', '+442079460018', '**11', '0312345678', '+422550110']);
    expect(out).toBe(
      [
        'Number              E.164             Kind                    Block     Allocated to',
        '03-3581-0000        +81335810000      fixed (03)              in use    東日本電信電話株式会社 [ntt-east]',
        '+44 20 7946 0018    +442079460018     foreign (GB)            –         –',
        '**11                –                 internal                –         –',
        '03-1234-5678        +81312345678      fixed (03)              unlisted  –',
        '+422550110          +422550110        no such country code    –         –',
        '',
      ].join('\n'),
    );
  });

  it('speaks Japanese', async () => {
    const out = await number(['0335810000'], { language: 'ja' });
    expect(out.split('\n')).toEqual([
      '番号                E.164             種別                    番号帯    割当事業者',
      '03-3581-0000        +81335810000      固定電話 (03)           使用中    東日本電信電話株式会社 [ntt-east]',
      '',
    ]);
  });

  it('writes one JSON object a line, always with the same keys', async () => {
    const out = await number(['--json', '０３－３５８１－００００', 'anonymous']);
    expect(out.split('\n')).toEqual([
      '{"input":"０３－３５８１－００００","e164":"+81335810000","national":"0335810000","kind":"fixed","areaCode":"03",' +
        '"status":"in-use","carrier":{"id":"ntt-east","name":"東日本電信電話株式会社"},"country":"JP"}',
      '{"input":"anonymous","e164":null,"national":null,"kind":"impossible","areaCode":null,"status":null,"carrier":null,' +
        '"country":null}',
      '',
    ]);
  });

  it('reads the lines of standard input for “-”, where it stands among the others', async () => {
    const out = await number(['--json', '110', '-', '119'], { input: '0335810000\r\n\n+442079460018' });
    const inputs = out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line).input);
    expect(inputs).toEqual(['110', '0335810000', '+442079460018', '119']);
  });

  it('lets no control character of its input reach the terminal', async () => {
    expect(await number(['\u001b[31mred'])).not.toContain('\u001b');
  });

  it('stops when its reader has gone', async () => {
    const out = await number(['--json', '110', '119'], { readerGone: AbortSignal.abort() });
    expect(out).toBe('');
  });
});
