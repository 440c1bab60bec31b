/** Two projects: `unit` is pure and quick; `real` meets a real Asterisk, SIPp and Redis. */
const transform = {
  '^.+\\.ts$': [
    '@swc/jest',
    { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
  ],
};

module.exports = {
  // Real calls mostly wait, and jest would leave one core of two idle.
  maxWorkers: 3,
  projects: [
    { displayName: 'unit', testEnvironment: 'node', transform, testMatch: ['<rootDir>/test/unit/**/*.test.ts'] },
    {
      displayName: 'real',
      testEnvironment: 'node',
      transform,
      testMatch: ['<rootDir>/test/real/**/*.test.ts'],
      setupFilesAfterEnv: ['<rootDir>/test/real/patience.ts'],
    },
  ],
};
