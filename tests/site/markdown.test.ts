import { expect, test } from 'vitest';
import { toMarkdown } from '../../src/site/markdown.ts';
import { document, part, table, text } from './samples.ts';

test('every kind of node is written', () => {
  const entry = document({
    title: '办法',
    parts: [
      part([{ type: 'addressee', children: [text('各单位：')] }], { role: 'notice' }),
      part(
        [
          {
            type: 'chapter',
            label: '第一章',
            number: 1,
            title: '总则',
            children: [
              {
                type: 'article',
                label: '第一条',
                number: [1],
                children: [
                  {
                    type: 'paragraph',
                    children: [
                      text('下列*事项*：'),
                      {
                        type: 'item',
                        label: '（一）',
                        number: 1,
                        children: [
                          text('甲：'),
                          { type: 'subitem', label: '1.', number: 1, children: [text('乙；')] },
                        ],
                      },
                    ],
                  },
                ],
              },
            ],
          },
          {
            type: 'heading',
            style: 'a',
            label: '一、',
            number: 1,
            title: '目标',
            children: [
              {
                type: 'heading',
                style: 'c',
                label: '1.',
                number: 1,
                title: '加强领导',
                data: { titleMark: '。' },
                children: [{ type: 'paragraph', children: [text('各地重视。')] }],
              },
            ],
          },
          table(['项目', '数'], ['项目|数', '甲|乙|1', '丙|'], { caption: '表' }),
          table([], ['序号 任务', '1 甲'], { data: { flattened: true } }),
        ],
        { title: '热线办法' },
      ),
    ],
  });
  const markdown = toMarkdown(entry, { address: 'https://x/documents/a/', issue: '公报第1期' });
  const [, frontMatter, body] = markdown.split('---\n', 3);
  expect(frontMatter).toContain('docNumber: "甲府字〔2020〕1号"\n');
  expect(frontMatter).toContain('issuers: ["甲市人民政府"]\n');
  expect(`${body ?? ''}${markdown.split('---\n').slice(3).join('')}`.trim()).toBe(
    `
# 办法

各单位：

## 热线办法

### 第一章　总则

**第一条**　下列\\*事项\\*：

（一）甲：

1\\. 乙；

### 一、目标

**1\\. 加强领导。**各地重视。

**表**

| 项目 | 数 |  |
| --- | --- | --- |
| 甲 | 乙 | 1 |
| 丙 |  |  |

> 序号 任务  
> 1 甲
`.trim(),
  );
});
