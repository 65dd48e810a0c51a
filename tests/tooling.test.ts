import nodejieba from 'nodejieba';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

test('Node 24 runs the scripts', () => {
  expect(process.versions.node.split('.')[0]).toBe('24');
});

test('nodejieba is compiled and cuts', () => {
  const folder = dirname(createRequire(import.meta.url).resolve('nodejieba/package.json'));
  expect(existsSync(join(folder, 'build/Release/nodejieba.node'))).toBe(true);
  expect(nodejieba.cut('景德镇市人民政府公报')).toEqual(['景德镇市', '人民政府', '公报']);
});
