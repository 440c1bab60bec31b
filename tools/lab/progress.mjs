/**
 * Progress for people who wait: one line that rewrites itself on a terminal, one line per finished phase elsewhere.
 * Everything goes to stderr, so stdout stays free for results.
 */
const onTerminal = process.stderr.isTTY === true;

/** Begins a phase; `update` tells how far it is, `done` and `failed` close the line with the time it took. */
export function beginPhase(title) {
  const begun = performance.now();
  const seconds = () => `${((performance.now() - begun) / 1000).toFixed(1)} s`;
  const rewrite = (text) => process.stderr.write(`\r\u001b[2K${text.slice(0, (process.stderr.columns ?? 80) - 1)}`);
  const close = (mark, text) => {
    if (onTerminal) rewrite('');
    process.stderr.write(`${mark} ${title} ${text ? `${text} ` : ''}(${seconds()})\n`);
  };
  if (onTerminal) rewrite(`… ${title}`);
  return {
    update: (text) => onTerminal && rewrite(`… ${title} ${text} (${seconds()})`),
    done: (text = '') => close('✓', text),
    failed: (text = '') => close('✗', text),
  };
}

/** Runs `work` as one phase; its result's `summary`, if any, is shown when it ends. */
export async function phase(title, work) {
  const shown = beginPhase(title);
  try {
    const result = await work(shown.update);
    shown.done(result?.summary);
    return result;
  } catch (error) {
    shown.failed();
    throw error;
  }
}

export function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
