/** A real call lasts as long as its prompts and its waiting: half a minute for a silent suspect. */
jest.setTimeout(60_000);
