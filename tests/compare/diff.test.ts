/** Differences as people read them. */
import { expect, test } from 'vitest';
import { diffWords } from '../../src/compare/diff.ts';
import { cutLine } from '../../src/search/build/words.ts';
import { marked } from './texts.ts';

const diff = (left: string, right: string) =>
  marked([{ pieces: diffWords(cutLine(left), cutLine(right)), moved: false }])[0];

test.each([
  ['热线运行管理办法', '便民热线运行管理办法', '{+便民+}热线运行管理办法'],
  // Whole numbers, whole labels.
  ['（十）5个工作日内办结', '（七）15个工作日内办结', '[-（十）5-]{+（七）15+}个工作日内办结'],
  // A phrase goes with the mark behind it.
  [
    '公共管理、公共服务、城市建设等方面',
    '公共管理、公共服务、生态环境、城市建设等方面',
    '公共管理、公共服务、{+生态环境、+}城市建设等方面',
  ],
  // A 的 in common leaves no scraps.
  [
    '对造成严重后果的单位依法追究责任，并予以公布。',
    '对发生重大事故的个人依法追究责任，并予以公布。',
    '对[-造成严重后果的单位-]{+发生重大事故的个人+}依法追究责任，并予以公布。',
  ],
  // Next to nothing in common: text for text.
  [
    '热线由市政府设立。',
    '本办法自印发之日起施行。',
    '[-热线由市政府设立。-]{+本办法自印发之日起施行。+}',
  ],
  ['', '新增。', '{+新增。+}'],
])('%s → %s', (left, right, expected) => {
  expect(diff(left, right)).toBe(expected);
});
