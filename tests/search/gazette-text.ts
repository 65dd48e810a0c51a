/** Random text of the kind gazettes hold: Han, marks, numbers, document numbers, letters, rare characters, white space. */
import fc from 'fast-check';

const pieces = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('人民', '政府', '县', '市', '区', '甲乙', '丙', '的', '㐀'),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom('，', '。', '（', '）', '、', '——', '-', '“', '”', '｜', '·'),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom('12', '2020', '5', '3.5%', '70％', '２０', '1.2020年', '个月'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('〔2020〕55号', '(2021)第7号', '[2020]', 'Wi-Fi', '4A级', 'ⅢB'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(' ', '　', '𠮷', '〇', '々', '①', '⺮', '㎡', 'é', 'é', '𛀀'),
  },
);

export const gazetteText: fc.Arbitrary<string> = fc
  .array(pieces, { maxLength: 25 })
  .map((all) => all.join(''));
