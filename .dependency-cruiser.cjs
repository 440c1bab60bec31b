/**
 * The arrows of the house (ARCHITECTURE.md): a room imports only rooms below it.
 * Type-only imports count too, so the types cannot smuggle an arrow upwards.
 */
const rooms = {
  cli: [
    'ministry',
    'replay',
    'agi',
    'call',
    'notify',
    'recordings',
    'console',
    'pbx',
    'store',
    'journal',
    'screening',
    'caller',
    'numbering',
    'config',
    'text',
    'errors',
  ],
  console: ['call', 'pbx', 'store', 'journal', 'screening', 'caller', 'numbering', 'config', 'text', 'errors'],
  replay: ['journal', 'screening', 'caller', 'numbering', 'config', 'text', 'errors'],
  agi: ['call', 'journal', 'screening', 'caller', 'numbering', 'config', 'text', 'errors'],
  call: [
    'notify',
    'recordings',
    'pbx',
    'store',
    'journal',
    'screening',
    'caller',
    'numbering',
    'config',
    'text',
    'errors',
  ],
  notify: ['recordings', 'journal', 'screening', 'caller', 'numbering', 'config', 'text', 'errors'],
  recordings: ['config', 'text', 'errors'],
  pbx: ['config', 'text', 'errors'],
  store: ['config', 'text', 'errors'],
  journal: ['screening', 'caller', 'numbering', 'config', 'text', 'errors'],
  screening: ['caller', 'numbering', 'config', 'text', 'errors'],
  caller: ['numbering', 'config', 'text', 'errors'],
  ministry: ['numbering', 'errors'],
  numbering: ['errors'],
  config: ['errors'],
  text: ['errors'],
  errors: [],
};
const pure =
  '^src/(numbering|caller|screening|text|replay/(?!sources[.])|agi/(request|command|ending)[.]|recordings/(wav|spoken-span|spectrum|timbre|loudness)[.]|notify/(news|account|wanted|delivery|back-off|pack|parcel|phrases|call-words|compose-mail|compose-payload|attempt)[.]|call/(machine|speech|effects|events|lease|policy|result-line|way-out|playback-id|recording-id|screening-line|warnings|told-number|machine/.*|call-back/(guards|conclusion|order)|staff/entries|dialled-notice|remembered-assessment)[.])';
const arrows = Object.entries(rooms).map(([room, below]) => ({
  name: `${room}-only-looks-down`,
  severity: 'error',
  from: { path: `^src/${room}[./]` },
  to: { path: '^src/', pathNot: [`^src/${room}[./]`, ...below.map((name) => `^src/${name}[./]`)] },
}));

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans-in-src',
      severity: 'error',
      from: { orphan: true, path: '^src/' },
      to: {},
    },
    {
      name: 'pure-rooms-do-no-io',
      comment: 'numbering, caller, screening, text, replay and the state machine take values and return values',
      severity: 'error',
      from: { path: pure },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'product-never-needs-tools-or-tests',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(tools|test|bench)/' },
    },
    ...arrows,
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['node', 'require', 'import'] },
  },
};
