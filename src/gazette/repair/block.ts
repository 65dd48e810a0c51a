/** The second form of the text: paragraphs repaired from lines, and runs of table lines. */
import type { Label } from '../../language/labels.ts';
import type { Boundary, Join } from '../../model/tree.ts';
import type { Line } from '../sources/line.ts';
import type { Grid } from './flattened/grid.ts';
import type { SegmentedText } from './segmented-text.ts';

export interface Block {
  /** `row`: one tab-separated table line; `flattened`: a whole table printed cell after cell. */
  kind: 'paragraph' | 'row' | 'flattened';
  /** The printed lines it is made of. */
  lines: Line[];
  text: SegmentedText;
  boundary: Boundary;
  joins: Join[];
  /** Rows and columns of a flattened table; null where they cannot be told. */
  grid?: Grid | null;
  /** The label it begins with; none where the text only quotes it. */
  label: Label | null;
  /** The lines are the title of a text the document carries. */
  title?: true;
}
