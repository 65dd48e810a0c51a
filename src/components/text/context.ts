/** What the components of the gazette's text hand down. */
import type { OutputMessage } from '../../model/output.ts';

export interface TextContext {
  /** Id of the document, for links to its files. */
  document: string;
  /** Name of every clause by id, for its link. */
  names: ReadonlyMap<string, string>;
  /** Key of the issue, for links to its raw text. */
  issue: string;
  /** Line of the raw text on which each clause begins, by id. */
  lines: Map<string, number>;
  /** How often each clause is referred to, by id. */
  cited: Map<string, number>;
  /** What the parser was unsure of in this document. */
  messages: OutputMessage[];
}
