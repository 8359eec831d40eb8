import packageJson from '../../package.json';
import { version } from '../../src/worksheet/version';

it('The version that a tab names is that of the package', () => {
  expect(version).toBe(packageJson.version);
});
