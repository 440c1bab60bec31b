import { ListFollower } from '../../../src/call/list-follower';
import type { Screening } from '../../../src/call/screening';
import { noStoredLists, type StoredLists } from '../../../src/config/stored-lists';
import { StoreUnavailable } from '../../../src/store/store';
import { config, numbering, ordinaryOffice } from '../screening/evidence';

let stored: StoredLists | Error;
let readings: number;
let log: string[];
let follower: ListFollower;

beforeEach(() => {
  stored = { version: '1.a', entries: [] };
  readings = 0;
  log = [];
  const note = (event: string) => void log.push(event);
  const book = {
    async read() {
      readings += 1;
      if (stored instanceof Error) throw stored;
      return stored;
    },
  };
  follower = new ListFollower(book, { info: note, warn: note, error: note });
});

const withLists = ({ version }: StoredLists): Screening => ({ ...screening, listsVersion: version });
const screening: Screening = {
  config: config(),
  numbering,
  context: ordinaryOffice,
  listsVersion: noStoredLists.version,
  withLists,
};

describe('following the stored lists', () => {
  it('reads nothing while the announced version is in force', async () => {
    expect(await follower.follow(screening, '')).toBe(screening);
    expect(readings).toBe(0);
  });

  it('takes a new version over', async () => {
    expect(await follower.follow(screening, '1.a')).toMatchObject({ listsVersion: '1.a' });
    expect(log).toEqual(['lists-changed']);
  });

  it('reads once for calls that come at the same moment', async () => {
    const [one, two] = await Promise.all([follower.follow(screening, '1.a'), follower.follow(screening, '1.a')]);
    expect(readings).toBe(1);
    expect(one).toBe(two);
  });

  it('takes lists over that vanished with the store', async () => {
    const before = withLists({ version: '1.a', entries: [] });
    stored = noStoredLists;
    expect(await follower.follow(before, '')).toMatchObject({ listsVersion: '' });
  });

  it('keeps the old ones while the new ones cannot be read, says so once, and tries again', async () => {
    stored = new StoreUnavailable('away');
    expect(await follower.follow(screening, '1.a')).toBe(screening);
    expect(await follower.follow(screening, '1.a')).toBe(screening);
    expect(log).toEqual(['lists-kept']);
    stored = { version: '1.a', entries: [] };
    expect(await follower.follow(screening, '1.a')).toMatchObject({ listsVersion: '1.a' });
  });

  it('changes nothing when the store still gives the old ones', async () => {
    const before = withLists({ version: '1.a', entries: [] });
    expect(await follower.follow(before, '2.b')).toBe(before);
  });
});
