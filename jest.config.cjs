/** Two projects: `unit` is pure and quick; `real` meets a real Asterisk, SIPp and Redis. */
const transform = {
  '^.+\\.ts$': [
    '@swc/jest',
    { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
  ],
};

module.exports = {
  // Jest would leave one core of two idle. With more than two at once, ears that listen on one core would be late on the other.
  maxWorkers: 2,
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
